package cn.tuodi.console.account;

import java.text.Normalizer;

/**
 * What somebody looks for: a person's year, all years of a person, or a bill.
 *
 * @param person the person's id, or empty
 * @param year the year as it was typed, or empty
 * @param claim the id of a bill, or empty
 */
record YearSearch(String person, String year, String claim) {

  private static final String YEAR = "[12]\\d{3}";

  static YearSearch of(String person, String year, String claim) {
    return new YearSearch(text(person), Normalizer.normalize(text(year), Normalizer.Form.NFKC), text(claim));
  }

  /** The same for a person's year. */
  static YearSearch of(String person, String year) {
    return of(person, year, "");
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }

  /** Whether anything was asked. */
  boolean isBlank() {
    return person.isEmpty() && year.isEmpty() && claim.isEmpty();
  }

  /** Whether a bill is looked for, wherever it is. */
  boolean isOfClaim() {
    return person.isEmpty() && year.isEmpty() && !claim.isEmpty();
  }

  /** Whether all years of a person are looked for. */
  boolean isOfPerson() {
    return !person.isEmpty() && year.isEmpty();
  }

  /** Whether a person's year is looked for. */
  boolean isComplete() {
    return !person.isEmpty() && year.matches(YEAR);
  }

  /** The year. */
  int inYear() {
    return Integer.parseInt(year);
  }
}
