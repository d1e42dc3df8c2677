package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random years: whatever is settled, taken back, corrected and decided again in whichever order, an account is what the
 * core that keeps nothing makes of the bills that stand, one after the other.
 */
class YearPropertiesTest {

  private static final int STEPS = 14;
  private static final BookingRules.Request WHY = new BookingRules.Request("li", "property");
  private static final List<String> CARE = List.of("{\"type\":\"INPATIENT\"}", "{\"type\":\"INPATIENT\"}",
      "{\"type\":\"CHRONIC_OUTPATIENT\"}", "{\"type\":\"MAJOR_OUTPATIENT\"}");
  private static final List<String> REGIONS = List.of("450100", "520100", "652800");

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"POSTGRESQL,1", "POSTGRESQL,2", "POSTGRESQL,3", "POSTGRESQL,4", "POSTGRESQL,5", "POSTGRESQL,6",
      "EMBEDDED,7", "EMBEDDED,8", "EMBEDDED,9", "EMBEDDED,10", "EMBEDDED,11", "EMBEDDED,12"})
  @DisplayName("After each of many random steps a year comes to what stands in it comes to")
  void year(BothDatabases.Kind kind, int seed) {
    Random random = new Random(seed);
    new Year(databases.books(kind), "Y" + seed, REGIONS.get(seed % REGIONS.size()), random).run();
  }

  /** A person's year, and the claims that should stand in it, in its order. */
  private static final class Year {

    private final Books books;
    private final String person;
    private final String region;
    private final Random random;
    private final AccountKey key;
    private final List<Claim> expected = new ArrayList<>();
    private int bills;

    private Year(Books books, String person, String region, Random random) {
      this.books = books;
      this.person = person;
      this.region = region;
      this.random = random;
      this.key = new AccountKey(person, 2023, region.substring(0, 2));
    }

    private void run() {
      settle();
      for (int step = 0; step < STEPS; step++) {
        switch (expected.isEmpty() ? 0 : random.nextInt(6)) {
          case 0, 1, 2 -> settle();
          case 3 -> reverse();
          case 4 -> replace();
          default -> resettle();
        }
        check();
      }
    }

    private Claim claim(String id) {
      int cost = 500 + random.nextInt(50_000);
      return BothDatabases.read(BothDatabases.json(id, person, cost, 1 + random.nextInt(28))
          .replace("450100", region).replace("{\"type\":\"INPATIENT\"}", CARE.get(random.nextInt(CARE.size()))));
    }

    private void settle() {
      Claim claim = claim(person + "-" + bills++);
      Preview previewed = BothDatabases.preview(books.settlements(), claim, null);
      Settled settled = books.settlements().settle(claim, BothDatabases.WRITER, null);
      assertEquals(BothDatabases.WRITER.apply(previewed.decision()), settled.bill().decision());
      expected.add(claim);
    }

    private void reverse() {
      Claim claim = expected.remove(random.nextInt(expected.size()));
      Amounts before = balance();
      Correction shown = books.corrections(BothDatabases.WRITER).reverse(claim.claimId(), true, WHY);
      assertEquals(before, balance(), "looking changes nothing");
      Correction done = books.corrections(BothDatabases.WRITER).reverse(claim.claimId(), false, WHY);
      assertEquals(shown.entries(), done.entries());
      assertEquals(before.plus(done.change()), balance());
    }

    private void replace() {
      int place = random.nextInt(expected.size());
      Claim corrected = claim(expected.get(place).claimId());
      List<Bill> versions = BothDatabases.versions(BothDatabases.bill(books, corrected.claimId()));
      int version = versions.get(versions.size() - 1).version();
      List<Entry> entries =
          books.corrections(BothDatabases.WRITER).replace(corrected, version, false, WHY).entries();
      assertTrue(entries.get(0).after().isOf(corrected));
      expected.set(place, corrected);
    }

    private void resettle() {
      PersonChange now = switch (random.nextInt(3)) {
        case 0 -> PersonChange.NONE;
        case 1 -> PersonChange.to(claim("facts").person());
        default -> PersonChange.adding(claim("added").person().identities());
      };
      books.corrections(BothDatabases.WRITER).resettle(key, now, false, WHY);
      expected.sort(Comparator.comparing(Claim::serviceDate));
      assertEquals(List.of(),
          books.corrections(BothDatabases.WRITER).resettle(key, now, true, WHY).entries(), "it is once and for all");
    }

    private Amounts balance() {
      return BothDatabases.account(books, key).balance();
    }

    private void check() {
      Account account = BothDatabases.account(books, key);
      List<Bill> standing =
          BothDatabases.bills(books, account, null).stream().filter(bill -> !bill.isReversed()).toList();
      assertEquals(expected.stream().map(Claim::claimId).toList(), standing.stream().map(Bill::claimId).toList());
      Amounts sum = Amounts.NONE;
      for (int i = 0; i < expected.size(); i++) {
        assertTrue(standing.get(i).isOf(expected.get(i)), standing.get(i)::claimId);
        Amounts alone = Amounts.of((Decision) BothDatabases.DECIDER
            .decide(expected.get(i).continuing(sum.yearToDate(key.year()))));
        assertEquals(alone, standing.get(i).amounts());
        sum = sum.plus(alone);
      }
      assertEquals(sum, account.balance());
    }
  }
}
