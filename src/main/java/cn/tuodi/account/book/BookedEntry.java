package cn.tuodi.account.book;

import java.time.Instant;

/**
 * What a booking has done to one bill, or an opening, as it stands in the book.
 *
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
public record BookedEntry(AccountKey key, long accountVersion, BookingKind kind, String reason, String by, Instant at,
    String claimId, String settlementId, int version, int sequence, boolean isReversed, String claim, String decision,
    String before, Amounts change) {}
