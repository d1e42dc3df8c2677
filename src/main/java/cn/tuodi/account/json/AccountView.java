package cn.tuodi.account.json;

import cn.tuodi.account.Correction;
import cn.tuodi.account.Preview;
import cn.tuodi.account.Settled;
import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.PaidLines;
import cn.tuodi.assistance.Status;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;

/** Shows accounts as the wire contract has them. */
public final class AccountView {

  /** A province as an area: its code with nothing after it. */
  private static final String WHOLE_PROVINCE = "0000";

  private static final String ERASED = "erased";

  private AccountView() {}

  /** A bill that was settled. */
  public static AccountJson.SettlementJson of(Settled settled) {
    AccountKey key = settled.key();
    Bill bill = settled.bill();
    return new AccountJson.SettlementJson(bill.settlementId(), bill.claimId(), key.personId(), key.year(),
        key.province(), bill.sequence(), bill.version(), bill.decision());
  }

  /** What a settlement would come to, in a language; what was settled before is told in that of its first answer. */
  public static AccountJson.PreviewJson of(Preview preview, Language language) {
    AccountKey key = preview.account().key();
    return new AccountJson.PreviewJson(key.personId(), key.year(), key.province(), preview.account().version(),
        preview.isSettled(), yearToDate(key, preview.account().balance()),
        preview.isSettled() ? new RawValue(preview.settled()) : DecisionView.of(preview.decision(), language));
  }

  /** What a correction changes. */
  public static AccountJson.CorrectionJson of(Correction correction) {
    AccountKey key = correction.key();
    return new AccountJson.CorrectionJson(correction.kind(), correction.isDry(), key.personId(), key.year(),
        key.province(), correction.versionNow(), correction.entries().stream().map(AccountView::of).toList(),
        correction.count(), lines(correction.lines()));
  }

  private static AccountJson.AdjustmentJson of(Entry entry) {
    Bill bill = entry.after();
    return new AccountJson.AdjustmentJson(bill.settlementId(), bill.claimId(), bill.version(), bill.sequence(),
        bill.isReversed(), lines(PaidLines.of(entry.before())), lines(PaidLines.of(bill)),
        lines(PaidLines.of(bill).minus(PaidLines.of(entry.before()))), bill.decision());
  }

  private static List<AccountJson.LineJson> lines(PaidLines paid) {
    return paid.each(AccountJson.LineJson::new);
  }

  /**
   * What was booked on a bill, the first version first.
   *
   * @param some one of its versions
   * @param entries the versions that are told
   * @param more whether there are others after them
   */
  public static AccountJson.HistoryJson history(BookedEntry some, List<BookedEntry> entries, boolean more) {
    List<AccountJson.VersionJson> versions = new ArrayList<>();
    for (BookedEntry entry : entries) {
      versions.add(new AccountJson.VersionJson(entry.version(), entry.sequence(), entry.isReversed(), entry.kind(),
          entry.at(), entry.by(), entry.reason(), lines(PaidLines.of(entry)), lines(PaidLines.changedBy(entry)),
          entry.claim(),
          entry.decision()));
    }
    return new AccountJson.HistoryJson(some.settlementId(), some.claimId(), some.key().personId(),
        some.key().year(), some.key().province(), versions,
        more ? entries.get(entries.size() - 1).version() : null);
  }

  /** A part of the accounts of a person in a year. */
  public static AccountJson.PersonYear year(String personId, int year, YearPart part) {
    return new AccountJson.PersonYear(personId, year, part.accounts().stream().map(AccountView::account).toList(),
        part.next() == null ? null : YearPlace.of(part.next()));
  }

  private static AccountJson account(YearPart.Read read) {
    AccountKey key = read.account().key();
    List<AccountJson.EntryJson> entries = new ArrayList<>();
    Amounts balance = read.before();
    for (BookedEntry entry : read.entries()) {
      balance = balance.plus(entry.change());
      entries.add(entry(entry, yearToDate(key, balance)));
    }
    return new AccountJson(key.personId(), key.year(), key.province(), read.version(),
        yearToDate(key, read.balance()), lines(read.paid()), entries);
  }

  private static AccountJson.EntryJson entry(BookedEntry entry, DecisionJson.YearToDateJson yearToDate) {
    boolean isBill = entry.claimId() != null;
    JsonNode decision = decision(entry);
    return new AccountJson.EntryJson(entry.accountVersion(), entry.kind(), entry.at(), entry.by(), entry.reason(),
        entry.claimId(), entry.settlementId(), isBill ? entry.version() : null, isBill ? entry.sequence() : null,
        entry.isReversed(), status(decision), decisionId(decision), policy(decision),
        lines(PaidLines.of(entry)), lines(PaidLines.changedBy(entry)), yearToDate);
  }

  /** What was taken over from another system. */
  public static AccountJson.OpeningJson opening(AccountKey key, OpeningOrder order) {
    return new AccountJson.OpeningJson(key.personId(), key.year(), key.province(),
        DecisionView.of(order.yearToDate()));
  }

  /**
   * Bookings in the order of changes.
   *
   * @param after the number that was asked after
   * @param changes what follows it
   */
  public static AccountJson.ChangesJson changes(long after, List<Change> changes) {
    return new AccountJson.ChangesJson(changes.stream().map(AccountView::change).toList(),
        changes.isEmpty() ? after : changes.get(changes.size() - 1).number());
  }

  /** A booking in the order of changes. */
  public static AccountJson.ChangeJson change(Change change) {
    BookedEntry first = change.entries().get(0);
    // From what is kept of an erased id it could be found again by trying.
    String person = first.key().isErased() ? ERASED : first.key().personId();
    return new AccountJson.ChangeJson(change.number(), first.kind(), first.at(), first.by(), first.reason(), person,
        first.key().year(), first.key().province(), first.accountVersion(),
        change.entries().stream().filter(entry -> entry.claimId() != null).map(AccountView::changed).toList());
  }

  private static AccountJson.ChangedBillJson changed(BookedEntry entry) {
    JsonNode decision = decision(entry);
    return new AccountJson.ChangedBillJson(entry.settlementId(), entry.claimId(), entry.version(), entry.sequence(),
        entry.isReversed(), status(decision), decisionId(decision), policy(decision),
        lines(PaidLines.changedBy(entry)));
  }

  /** Nothing where it was erased. */
  private static Status status(JsonNode decision) {
    return decision == null ? null : Status.valueOf(decision.get("status").textValue());
  }

  private static String decisionId(JsonNode decision) {
    return decision == null ? null : decision.get("decisionId").textValue();
  }

  private static JsonNode decision(BookedEntry entry) {
    return entry.decision() == null ? null : Json.parsed(entry.decision());
  }

  private static DecisionJson.Policy policy(JsonNode decision) {
    return decision == null ? null
        : new DecisionJson.Policy(decision.at("/policy/edition").textValue(),
            decision.at("/policy/contentHash").textValue());
  }

  private static DecisionJson.YearToDateJson yearToDate(AccountKey key, Amounts balance) {
    return DecisionView.of(balance.yearToDate(key.year()).in(key.province() + WHOLE_PROVINCE));
  }
}
