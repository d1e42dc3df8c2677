package cn.tuodi.wire;

import cn.tuodi.claim.ClaimFields;
import cn.tuodi.claim.CostsFields;
import cn.tuodi.claim.PaymentsFields;
import cn.tuodi.claim.PersonFields;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.Costs;
import cn.tuodi.facts.Payments;
import cn.tuodi.facts.Person;
import java.time.LocalDate;
import java.util.Map;

/** Reads claims, as their fields are declared. */
public final class ClaimReader {

  private static final WireType<Claim> TYPE = ClaimTypes.of(ClaimFields.SET);

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
  static WireType<Claim> type() {
    return TYPE;
  }

  /** JSON schema of a claim. */
  public static Map<String, Object> schema() {
    return TYPE.schema();
  }

  /** A person, as other requests state one too. */
  static WireType<Person> person() {
    return ClaimTypes.of(PersonFields.SET);
  }

  /** Objects to a person born after the day that is asked about. */
  static void bornBy(LocalDate day, Person person, JsonIn in) {
    if (person.birthDate() != null && person.birthDate().isAfter(day)) {
      in.violationAt(in.pointer() + "/person/birthDate", "出生日期晚于 " + day, "is after " + day);
    }
  }

  /** A bill. */
  static WireType<Costs> costs() {
    return ClaimTypes.of(CostsFields.SET);
  }

  /** What insurance paid. */
  static WireType<Payments> payments() {
    return ClaimTypes.of(PaymentsFields.SET);
  }
}
