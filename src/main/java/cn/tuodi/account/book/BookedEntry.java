package cn.tuodi.account.book;

import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.language.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a booking has done to one bill, or an opening, as it stands in the book.
 *
 * @param id its number in the book; those that an account gets later are higher
 * @param key the account
 * @param accountVersion which booking of the account it is, from 1
 * @param kind what was booked
 * @param reason why, or null
 * @param by who asked for it, or null
 * @param at when
 * @param claimId the bill, or null for an opening
 * @param settlementId id of its settlement, or null for an opening
 * @param version the version of the bill; 0 for an opening
 * @param sequence its place in the order of the year; 0 for an opening
 * @param isReversed whether it was taken back
 * @param claim the claim as it was decided, in JSON, or null for an opening
 * @param decision the decision as it was answered, in JSON, or null for an opening
 * @param before the decision of the version before, in JSON, or null where there was none
 * @param change what it has added to the account
 */
public record BookedEntry(long id, AccountKey key, long accountVersion, BookingKind kind, String reason, String by,
    Instant at,
    String claimId, String settlementId, int version, int sequence, boolean isReversed, String claim, String decision,
    String before, Amounts change) {

  /** The version of the bill that it makes, and what the bill comes to. */
  public Bill bill(Amounts amounts) {
    return new Bill(claimId, settlementId, version, sequence, isReversed,
        ClaimReader.read(claim.getBytes(StandardCharsets.UTF_8), Language.EN), decision, amounts);
  }

  /** The same without what claims state, and with decisions in brief: what is told of many at once. */
  public BookedEntry brief() {
    return new BookedEntry(id, key, accountVersion, kind, reason, by, at, claimId, settlementId, version, sequence,
        isReversed, null, DecisionBrief.of(decision), DecisionBrief.of(before), change);
  }
}
