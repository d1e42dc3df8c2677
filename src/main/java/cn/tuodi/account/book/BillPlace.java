package cn.tuodi.account.book;

/**
 * Where a bill stands in its year, without what it states and how it was decided.
 *
 * @param entryId number of the entry that it stands by
 * @param claimId the bill
 * @param sequence its place in the order of the year
 * @param isReversed whether it was taken back
 * @param amounts what it comes to
 */
public record BillPlace(long entryId, String claimId, int sequence, boolean isReversed, Amounts amounts) {}
