package cn.tuodi.claim.field;

import cn.tuodi.claim.Disability;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.Scheme;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import java.time.LocalDate;
import java.util.List;

/** What is stated of a person. */
public final class PersonFields {

  private static final FieldSet.Builder<Person> FIELDS = new FieldSet.Builder<>("Person");

  /** Opaque id of the caller. */
  public static final ClaimField<Person, String> PERSON_ID = FIELDS.optional("personId", ValueType.personId(64),
      Person::personId, Label.of(Message.of("claim.person-id")).help(Message.of("claim.may-be-left-out-it-is")));

  /** Day of birth. */
  public static final ClaimField<Person, LocalDate> BIRTH_DATE = FIELDS.optional("birthDate", ValueType.DATE,
      Person::birthDate, Label.of(Message.of("claim.day-of-birth")).help(Message.of("claim.may-be-left-out")));

  /** Branch of basic insurance. */
  public static final ClaimField<Person, Scheme> SCHEME = FIELDS.optional("scheme",
      ValueType.oneOf(Scheme.class, Scheme::label), Scheme.RESIDENT, Person::scheme,
      Label.of(Message.of("claim.branch-of-insurance")));

  /** Whether the person was insured. */
  public static final ClaimField<Person, Enrolment> ENROLMENT = FIELDS.optional("enrolment",
      ValueType.oneOf(Enrolment.class, Enrolment::label), Enrolment.INSURED, Person::enrolment,
      Label.of(Message.of("claim.enrolment")));

  /** Registered household in the area. */
  public static final ClaimField<Person, Boolean> LOCAL_HUKOU = FIELDS.optional("localHukou", ValueType.YES_NO, true,
      Person::localHukou, Label.of(Message.of("claim.locally-registered")));

  /** Rural household. */
  public static final ClaimField<Person, Boolean> RURAL =
      FIELDS.optional("rural", ValueType.YES_NO, false, Person::rural, Label.of(Message.of("claim.rural-household")));

  /** Recognitions. */
  public static final ClaimField<Person, List<Identity>> IDENTITIES = FIELDS.optional("identities",
      ValueType.setOf(IdentityFields.SET.type(), 0, 20), List.of(), Person::identities,
      Label.of(Message.of("claim.recognitions")).help(Message.of("claim.their-order-does-not-matter")));

  /** Disability certificate. */
  public static final ClaimField<Person, Disability> DISABILITY = FIELDS.optional("disability",
      DisabilityFields.SET.type(), Person::disability, Label.of(Message.of("claim.disability-certificate")));

  /** Consecutive years of enrolment. */
  public static final ClaimField<Person, Integer> ENROLLED_YEARS = FIELDS.optional("enrolledYears",
      ValueType.count(0, 100), Person::enrolledYears,
      Label.of(Message.of("claim.consecutive-years-of-enrolment"))
          .help(Message.of("claim.needed-where-the-policy-asks")));

  /** The person. */
  public static final FieldSet<Person> SET = FIELDS.build(values -> new Person(values.get(PERSON_ID),
      values.get(BIRTH_DATE), values.get(SCHEME), values.get(ENROLMENT), values.get(LOCAL_HUKOU), values.get(RURAL),
      List.copyOf(values.get(IDENTITIES)), values.get(DISABILITY), values.get(ENROLLED_YEARS)));

  private PersonFields() {}
}
