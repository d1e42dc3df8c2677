package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Person;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identities that last some months: their last day, and the month that some policies still grant. */
class TermOfIdentityTest {

  /** A policy by which the minimum-living guarantee lasts twelve months, and households on its edge are class 2. */
  private static Edition policy(String grace) {
    return compiled(new SmallEdition().parameter("最后身份退出后延至月末", grace));
  }

  private static Edition compiled(SmallEdition policy) {
    Object[][] usual = policy.rows("对象分类");
    policy.sheet("对象分类", "身份", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称", "有效期（月）");
    for (int i = 1; i < usual.length; i++) {
      Object[] row = usual[i];
      policy.row("对象分类", row[1], row[2], row[3], row[4], row[5], row[6], row[1].equals("低保对象") ? 12 : "无");
    }
    return policy.compiled();
  }

  private static String paid(Edition edition, String day, String... identities) {
    String person = "{\"serviceDate\": \"%s\", \"person\": {\"identities\": [%s]}}";
    return SmallClaim
        .paid(SmallClaim.decided(edition, SmallClaim.of(person.formatted(day, String.join(", ", identities)))),
            MEDICAL_ASSISTANCE)
        .toPlainString();
  }

  private static String held(String type, String from) {
    return "{\"type\": \"%s\", \"recognisedOn\": \"%s\"}".formatted(type, from);
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @DisplayName("The last day is the one before that of the same number, or the last of a month that has none")
  @CsvSource({"2023-07-01, 12, 2024-06-30", "2023-07-15, 6, 2024-01-14", "2024-02-29, 12, 2025-02-28",
      "2023-08-31, 6, 2024-02-29", "2022-08-31, 6, 2023-02-28", "2023-12-31, 1, 2024-01-30",
      "2024-02-29, 48, 2028-02-28"})
  void lastDay(LocalDate from, int months, LocalDate last) {
    Identity open = new Identity(IdentityType.MINIMUM_LIVING, from, null, null, 0);
    assertEquals(last, open.lasting(months).endedOn());
    assertEquals(last, open.endedBy(last.plusDays(1)).lasting(months).endedOn());
    assertEquals(last.minusDays(1), open.endedBy(last.minusDays(1)).lasting(months).endedOn());
  }

  @Test
  @DisplayName("A decision sees the same last day, that of a leap year, too")
  void decided() {
    Edition edition = policy("否");
    assertEquals("5000.00", paid(edition, "2025-02-28", held("MINIMUM_LIVING", "2024-02-29")));
    assertEquals("0", paid(edition, "2025-03-01", held("MINIMUM_LIVING", "2024-02-29")));
    assertEquals("5000.00", paid(edition, "2024-07-14", held("MINIMUM_LIVING", "2023-07-15")));
    assertEquals("0", paid(edition, "2024-07-15", held("MINIMUM_LIVING", "2023-07-15")));
  }

  @Test
  @DisplayName("Where the last identity counts to the end of its month, one whose term is over does, too")
  void grace() {
    Edition edition = policy("是");
    String july = held("MINIMUM_LIVING", "2023-07-15");
    assertEquals("5000.00", paid(edition, "2024-07-15", july));
    assertEquals("5000.00", paid(edition, "2024-07-31", july));
    assertEquals("0", paid(edition, "2024-08-01", july));
    assertEquals("0", paid(edition, "2024-07-14", held("MINIMUM_LIVING", "2022-07-15")));
    assertEquals("5000.00", paid(edition, "2024-07-31", july, held("LOW_INCOME_EDGE", "2024-07-20")));
    assertEquals("5000.00", paid(edition, "2024-07-31", july, held("ORPHAN", "2020-01-01")));
    assertEquals("2024-07-14", held(edition, july), "the end of the month is granted, the term is not longer");
  }

  @Test
  @DisplayName("Where terms count the month of recognition, they end with the last of so many months")
  void wholeMonths() {
    Edition edition = compiled(new SmallEdition().parameter("有效期自认定当月起算", "是"));
    String march = held("MINIMUM_LIVING", "2023-03-15");
    assertEquals("5000.00", paid(edition, "2024-02-29", march));
    assertEquals("0", paid(edition, "2024-03-01", march));
    assertEquals(LocalDate.of(2024, 2, 29), ended(edition, "2023-03-15"));
    assertEquals(LocalDate.of(2024, 3, 14), ended(policy("否"), "2023-03-15"));
  }

  private static LocalDate ended(Edition edition, String from) {
    Person person = SmallClaim.of("{\"person\": {\"identities\": [%s]}}".formatted(held("MINIMUM_LIVING", from)))
        .person();
    return edition.description().terms().ended(person, edition.description().parameters()).identities().get(0)
        .endedOn();
  }

  @Test
  @DisplayName("A change of identity counts from the next month, the old one to the end of this; new ones from their day")
  void changes() {
    Edition edition = compiled(new SmallEdition().parameter("身份变更自次月起享受", "是"));
    String old = "{\"type\": \"LOW_INCOME_EDGE\", \"recognisedOn\": \"2023-01-01\", \"endedOn\": \"%s\"}";
    String now = held("MINIMUM_LIVING", "2024-05-10");
    for (String end : List.of("2024-05-05", "2024-05-09", "2024-05-20", "2024-05-31")) {
      assertEquals(IdentityType.LOW_INCOME_EDGE, identity(edition, "2024-05-10", old.formatted(end), now), end);
      assertEquals(IdentityType.LOW_INCOME_EDGE, identity(edition, "2024-05-31", old.formatted(end), now), end);
      assertEquals(IdentityType.MINIMUM_LIVING, identity(edition, "2024-06-01", old.formatted(end), now), end);
    }
    assertEquals(IdentityType.LOW_INCOME_EDGE,
        identity(edition, "2024-05-31", old.formatted("2024-04-30"), held("MINIMUM_LIVING", "2024-05-01")));
    assertEquals(IdentityType.MINIMUM_LIVING, identity(edition, "2024-05-10", now));
    assertEquals(IdentityType.MINIMUM_LIVING, identity(edition, "2024-05-10", old.formatted("2024-03-31"), now));
    assertEquals(IdentityType.MINIMUM_LIVING, identity(edition, "2024-05-10", old.formatted("2024-07-31"), now));
    assertEquals(IdentityType.MINIMUM_LIVING, identity(policy("否"), "2024-05-10", old.formatted("2024-05-09"), now));
  }

  private static IdentityType identity(Edition edition, String day, String... identities) {
    return SmallClaim.decided(edition, SmallClaim.of("{\"serviceDate\": \"%s\", \"person\": {\"identities\": [%s]}}"
        .formatted(day, String.join(", ", identities)))).standing().identity();
  }

  @Test
  @DisplayName("What gives no class and has no term grants no month to another")
  void graceOfOne() {
    Edition edition = policy("是");
    Decision decision = SmallClaim.decided(edition, SmallClaim.of(
        "{\"serviceDate\": \"2024-07-31\", \"person\": {\"identities\": [%s, %s]}}".formatted(
            held("MINIMUM_LIVING", "2023-07-15"), held("ORPHAN", "2020-01-01"))));
    assertEquals(IdentityType.MINIMUM_LIVING, decision.standing().identity());
  }

  private static String held(Edition edition, String identity) {
    return edition.description().terms()
        .ended(SmallClaim.of("{\"person\": {\"identities\": [%s]}}".formatted(identity)).person()).identities().get(0)
        .endedOn().toString();
  }
}
