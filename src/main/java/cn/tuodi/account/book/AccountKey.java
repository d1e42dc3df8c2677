package cn.tuodi.account.book;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Whose account it is, of which year, and in which province: caps and deductibles hold for these three.
 *
 * @param personId opaque id of the caller
 * @param year calendar year of service dates
 * @param province the first two digits of area codes
 */
public record AccountKey(String personId, int year, String province) {

  private static final String ERASED = "erased-";
  private static final Pattern WAS_ERASED = Pattern.compile(ERASED + "[0-9a-f]{64}");

  /** What stands in place of an id that was erased, by a digest of it. */
  public static String erased(byte[] digest) {
    return ERASED + HexFormat.of().formatHex(digest);
  }

  /** Whether an id stands in place of one that was erased: nobody may use it as one of a person or a claim. */
  public static boolean isMark(String id) {
    return id.startsWith(ERASED);
  }

  /** Whether it is what is left of an account that was erased. */
  public boolean isErased() {
    return WAS_ERASED.matcher(personId).matches();
  }

  /** The account to which a claim of a known person belongs. */
  public static AccountKey of(Claim claim) {
    return new AccountKey(claim.person().personId(), claim.serviceDate().getYear(),
        YearToDate.province(claim.region()));
  }
}
