package cn.tuodi.console.account;

/**
 * What year of whom somebody looks for.
 *
 * @param person the person's id, or empty
 * @param year the year as it was typed, or empty
 */
record YearSearch(String person, String year) {

  private static final String YEAR = "[12]\\d{3}";

  static YearSearch of(String person, String year) {
    return new YearSearch(person == null ? "" : person.strip(), year == null ? "" : year.strip());
  }

  /** Whether anything was asked. */
  boolean isBlank() {
    return person.isEmpty() && year.isEmpty();
  }

  /** Whether it can be looked up. */
  boolean isComplete() {
    return !person.isEmpty() && year.matches(YEAR);
  }

  /** The year. */
  int inYear() {
    return Integer.parseInt(year);
  }
}
