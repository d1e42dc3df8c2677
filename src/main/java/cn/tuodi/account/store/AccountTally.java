package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.store.BookDifference.Rule;
import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Adds up one account, booking by booking, and tells where it is not what its bookings make it. */
final class AccountTally {

  private final Account account;
  private final FactsCipher cipher;
  private final Consumer<BookDifference> told;
  private final Map<String, Standing> bills = new LinkedHashMap<>();
  private Amounts sum = Amounts.NONE;
  private long bookings;
  private long lastBooking;

  /**
   * A tally.
   *
   * @param account the account as it stands
   * @param cipher reads claims and decisions, or null where they are left out
   * @param told is told what does not hold
   */
  AccountTally(Account account, FactsCipher cipher, Consumer<BookDifference> told) {
    this.account = account;
    this.cipher = cipher;
    this.told = told;
  }

  /** A bill after the entries that were added so far. */
  private static final class Standing {
    private String claimId;
    private int version;
    private int sequence;
    private Amounts amounts = Amounts.NONE;
    /** What its last version adds to the sums of the year by its decision, or null where that cannot be read. */
    private Amounts accumulating;
  }

  /**
   * An entry as it stands.
   *
   * @param accountId the account that it says
   * @param claimId the bill, or null for an opening
   * @param settlementId what all versions of a bill share, or null for an opening
   * @param version the version of the bill
   * @param sequence its place in the year
   * @param isReversed whether it was taken back
   * @param claim what was claimed, as it stands, or null
   * @param decision what was decided, as it stands, or null
   * @param change what is added
   */
  record Line(long accountId, String claimId, String settlementId, int version, int sequence, boolean isReversed,
      String claim, String decision, Amounts change) {}

  long accountId() {
    return account.id();
  }

  /** A booking; whether it is another one than the one before. */
  boolean booking(long id, long version) {
    if (id == lastBooking) {
      return false;
    }
    lastBooking = id;
    bookings++;
    if (version != bookings) {
      tell(Rule.BOOKING_ORDER, id, version, bookings);
    }
    return true;
  }

  /** An entry of the booking before. */
  void entry(Line line) {
    if (line.accountId() != account.id()) {
      tell(Rule.ENTRY_ACCOUNT, line.settlementId(), line.accountId(), account.id());
    }
    sum = sum.plus(line.change());
    if (line.settlementId() == null) {
      return;
    }
    Standing bill = bills.computeIfAbsent(line.settlementId(), id -> new Standing());
    if (line.version() != bill.version + 1) {
      tell(Rule.BILL_VERSIONS, line.settlementId(), line.version(), bill.version + 1);
    }
    bill.version = line.version();
    bill.sequence = line.sequence();
    bill.amounts = bill.amounts.plus(line.change());
    if (!account.key().isErased()) {
      if (bill.claimId != null && !bill.claimId.equals(line.claimId())) {
        tell(Rule.BILL_VERSIONS, line.settlementId(), line.claimId(), bill.claimId);
      }
      bill.claimId = line.claimId();
      facts(line, bill);
    }
  }

  private void facts(Line line, Standing bill) {
    bill.accumulating = null;
    if (line.claim() == null || line.decision() == null) {
      tell(Rule.FACTS, line.settlementId(), "", "");
    } else if (cipher != null) {
      try {
        Claim claimed =
            ClaimReader.read(cipher.read(line.claim()).getBytes(StandardCharsets.UTF_8), Language.EN);
        claim(line, claimed);
        JsonNode decision = Json.parsed(cipher.read(line.decision()));
        decision(line, bill, decision);
        bill.accumulating = line.isReversed() ? Amounts.NONE
            : Amounts.accumulated(decision).minus(Amounts.of(claimed.yearToDate()));
      } catch (InvalidRequest | IllegalArgumentException | ArithmeticException e) {
        tell(Rule.FACTS, line.settlementId(), "", "");
      } catch (IllegalStateException e) {
        if (!(e.getCause() instanceof GeneralSecurityException)) {
          throw e;
        }
        tell(Rule.FACTS, line.settlementId(), "", "");
      }
    }
  }

  private void claim(Line line, Claim claim) {
    if (!claim.claimId().equals(line.claimId())) {
      tell(Rule.CLAIM, line.settlementId(), claim.claimId(), line.claimId());
    }
    AccountKey key = AccountKey.of(claim);
    if (key.year() != account.key().year() || !key.province().equals(account.key().province())) {
      tell(Rule.CLAIM, line.settlementId(), key.year() + " " + key.province(),
          account.key().year() + " " + account.key().province());
    }
    if (!account.key().personId().equals(key.personId())) {
      tell(Rule.PERSON, line.settlementId(), String.valueOf(key.personId()), account.key().personId());
    }
  }

  private void decision(Line line, Standing bill, JsonNode decision) {
    if (!decision.path("claimId").asText().equals(line.claimId())) {
      tell(Rule.CLAIM, line.settlementId(), decision.path("claimId").asText(), line.claimId());
    }
    Map<Benefit, Long> decided = line.isReversed() ? Map.of() : decided(decision);
    for (Benefit benefit : Benefit.values()) {
      if (Amounts.isKept(benefit)) {
        Money paid = bill.amounts.paid(benefit);
        Money said = Money.fen(decided.getOrDefault(benefit, 0L));
        if (!paid.equals(said)) {
          tell(Rule.DECISION, line.settlementId() + " " + benefit, paid, said);
        }
      }
    }
  }

  /** Versions that have been corrected since may have added something else. */
  private void accumulations() {
    bills.forEach((settlementId, bill) -> {
      if (bill.accumulating != null) {
        tellDifferences(Rule.ACCUMULATION, settlementId + " ", bill.amounts.accumulated(), bill.accumulating);
      }
    });
  }

  private static Map<Benefit, Long> decided(JsonNode decision) {
    Map<Benefit, Long> lines = new EnumMap<>(Benefit.class);
    for (JsonNode payout : decision.path("payouts")) {
      lines.merge(Benefit.valueOf(payout.path("benefit").asText()),
          payout.path("amount").decimalValue().movePointRight(2).longValueExact(), Math::addExact);
    }
    return lines;
  }

  /** All of it was added. */
  void end() {
    tellDifferences(Rule.BALANCE, "", account.balance(), sum);
    if (account.version() != bookings) {
      tell(Rule.VERSION, "", account.version(), bookings);
    }
    if (account.bills() != bills.size()) {
      tell(Rule.BILLS, "", account.bills(), bills.size());
    }
    places();
    accumulations();
  }

  /** Corrections move bills among the places that there are. */
  private void places() {
    Set<Integer> taken = new TreeSet<>();
    bills.forEach((settlementId, bill) -> {
      if (bill.sequence < 1 || bill.sequence > bills.size() || !taken.add(bill.sequence)) {
        tell(Rule.BILL_ORDER, settlementId, bill.sequence, "1–" + bills.size());
      }
    });
  }

  private void tellDifferences(Rule rule, String subject, Amounts found, Amounts expected) {
    long[] there = found.inFen();
    long[] added = expected.inFen();
    for (int i = 0; i < there.length; i++) {
      if (there[i] != added[i]) {
        tell(rule, subject + Amounts.COLUMNS.get(i), Money.fen(there[i]), Money.fen(added[i]));
      }
    }
  }

  private void tell(Rule rule, Object subject, Object found, Object expected) {
    told.accept(new BookDifference(rule, account.id(), account.key(), subject, found, expected));
  }
}
