package cn.tuodi.account.book;

/**
 * What a booking does to one bill.
 *
 * @param before the bill until then, or null for a new one
 * @param after the bill from then on
 */
public record Entry(Bill before, Bill after) {

  /** What is added to the account; negative amounts are taken back. */
  public Amounts change() {
    return before == null ? after.amounts() : after.amounts().minus(before.amounts());
  }
}
