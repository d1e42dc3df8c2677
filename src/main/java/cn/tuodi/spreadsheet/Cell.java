package cn.tuodi.spreadsheet;

/**
 * What a cell holds.
 *
 * @param kind which of the below
 * @param value the value; of its kind
 * @param format the number format, where it shows something else than the value; else null
 * @param isPercent whether a number is shown as hundredths
 */
public record Cell(Kind kind, Object value, String format, boolean isPercent) {

  /** What there is in cells. */
  public enum Kind {
    /** A BigDecimal of at most fifteen digits, as spreadsheet programs show it. */
    NUMBER,
    /** A LocalDateTime. */
    DATE,
    /** A String, as it was typed. */
    TEXT,
    /** A Boolean. */
    TRUTH,
    /** A String such as {@code #DIV/0!}. */
    ERROR,
    /** The formula, a String. */
    FORMULA,
    /** Something that no spreadsheet program shows: a String, as it is stored. */
    ODD
  }

  /** Whether the cell is a text of blanks, which says nothing. */
  public boolean isBlank() {
    return kind == Kind.TEXT && Text.stripped((String) value).isEmpty();
  }
}
