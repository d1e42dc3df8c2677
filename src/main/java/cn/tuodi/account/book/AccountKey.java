package cn.tuodi.account.book;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;

/**
 * Whose account it is, of which year, and in which province: caps and deductibles hold for these three.
 *
 * @param personId opaque id of the caller
 * @param year calendar year of service dates
 * @param province the first two digits of area codes
 */
public record AccountKey(String personId, int year, String province) {

  /** The account to which a claim of a known person belongs. */
  public static AccountKey of(Claim claim) {
    return new AccountKey(claim.person().personId(), claim.serviceDate().getYear(),
        YearToDate.province(claim.region()));
  }
}
