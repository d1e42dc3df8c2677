package cn.tuodi.claim.json;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.json.FieldTypes;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import java.time.LocalDate;
import java.util.Map;

/** Reads claims, as their fields are declared. */
public final class ClaimReader {

  private static final WireType<Claim> TYPE = FieldTypes.of(ClaimFields.SET);

  private ClaimReader() {}

  /**
   * Reads a claim.
   *
   * @param bytes JSON in UTF-8
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static Claim read(byte[] bytes, Language language) {
    return read(bytes, 0, bytes.length, language);
  }

  /**
   * Reads a claim from a part of an array.
   *
   * @param bytes JSON in UTF-8
   * @param offset where the claim begins
   * @param length how long it is
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static Claim read(byte[] bytes, int offset, int length, Language language) {
    return JsonIn.read(bytes, offset, length, TYPE, language);
  }

  /** A claim as part of a larger request. */
  public static WireType<Claim> type() {
    return TYPE;
  }

  /** JSON schema of a claim. */
  public static Map<String, Object> schema() {
    return TYPE.schema();
  }

  /** A person, as other requests state one too. */
  public static WireType<Person> person() {
    return FieldTypes.of(PersonFields.SET);
  }

  /** Objects to a person born after the day that is asked about. */
  public static void bornBy(LocalDate day, Person person, JsonIn in) {
    if (person.birthDate() != null && person.birthDate().isAfter(day)) {
      in.violationAt(in.pointer() + "/person/birthDate", Message.of("claim.is-after", day));
    }
  }

  /** A bill. */
  public static WireType<Costs> costs() {
    return FieldTypes.of(CostsFields.SET);
  }

  /** What insurance paid. */
  public static WireType<Payments> payments() {
    return FieldTypes.of(PaymentsFields.SET);
  }
}
