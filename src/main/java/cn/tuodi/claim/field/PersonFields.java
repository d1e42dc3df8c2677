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
import java.time.LocalDate;
import java.util.List;

/** What is stated of a person. */
public final class PersonFields {

  private static final FieldSet.Builder<Person> FIELDS = new FieldSet.Builder<>("Person");

  /** Opaque id of the caller. */
  public static final ClaimField<Person, String> PERSON_ID = FIELDS.optional("personId", ValueType.personId(64),
      Person::personId, Label.of("人员编号", "Person id").help("可不填；本系统不解读", "may be left out; it is not interpreted"));

  /** Day of birth. */
  public static final ClaimField<Person, LocalDate> BIRTH_DATE = FIELDS.optional("birthDate", ValueType.DATE,
      Person::birthDate, Label.of("出生日期", "Day of birth").help("可不填", "may be left out"));

  /** Branch of basic insurance. */
  public static final ClaimField<Person, Scheme> SCHEME = FIELDS.optional("scheme",
      ValueType.oneOf(Scheme.class, Scheme::label), Scheme.RESIDENT, Person::scheme,
      Label.of("险种", "Branch of insurance"));

  /** Whether the person was insured. */
  public static final ClaimField<Person, Enrolment> ENROLMENT = FIELDS.optional("enrolment",
      ValueType.oneOf(Enrolment.class, Enrolment::label), Enrolment.INSURED, Person::enrolment,
      Label.of("参保状态", "Enrolment"));

  /** Registered household in the area. */
  public static final ClaimField<Person, Boolean> LOCAL_HUKOU = FIELDS.optional("localHukou", ValueType.YES_NO, true,
      Person::localHukou, Label.of("本地户籍", "Locally registered"));

  /** Rural household. */
  public static final ClaimField<Person, Boolean> RURAL =
      FIELDS.optional("rural", ValueType.YES_NO, false, Person::rural, Label.of("农村户", "Rural household"));

  /** Recognitions. */
  public static final ClaimField<Person, List<Identity>> IDENTITIES = FIELDS.optional("identities",
      ValueType.setOf(IdentityFields.SET.type(), 0, 20), List.of(), Person::identities,
      Label.of("认定的身份", "Recognitions").help("先后次序没有影响", "their order does not matter"));

  /** Disability certificate. */
  public static final ClaimField<Person, Disability> DISABILITY = FIELDS.optional("disability",
      DisabilityFields.SET.type(), Person::disability, Label.of("残疾证", "Disability certificate"));

  /** The person. */
  public static final FieldSet<Person> SET = FIELDS.build(values -> new Person(values.get(PERSON_ID),
      values.get(BIRTH_DATE), values.get(SCHEME), values.get(ENROLMENT), values.get(LOCAL_HUKOU), values.get(RURAL),
      List.copyOf(values.get(IDENTITIES)), values.get(DISABILITY)));

  private PersonFields() {}
}
