package cn.tuodi.simulation.portfolio;

import java.util.regex.Pattern;

/** Citizen identity numbers (公民身份号码, GB 11643) as ids of persons. */
final class CitizenNumber {

  private static final Pattern ENDING_IN_ZEROS = Pattern.compile("\\d{15}000");
  /** Those born on a day are numbered from 001 on. */
  private static final String NOBODY = "0000";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private CitizenNumber() {}

  /**
   * Whether an id is one of 18 digits of which a spreadsheet has kept 15 and made the others 0. A number that really ends
   * like that is of somebody, and has a check digit that holds.
   */
  static boolean isRounded(String id) {
    return ENDING_IN_ZEROS.matcher(id).matches() && (id.endsWith(NOBODY) || !isChecked(id));
  }

  private static boolean isChecked(String id) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (id.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length()) == id.charAt(WEIGHTS.length);
  }
}
