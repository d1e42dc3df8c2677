package cn.tuodi.table;

import cn.tuodi.spreadsheet.Address;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;

/**
 * A column of a table.
 *
 * @param heading its Chinese heading
 * @param role what its cells become
 * @param type what its cells hold
 * @param code the snippet of rule source, with {@code $param} for the cell
 * @param empty the word for no value, 不限 or 无, or null where a value is needed
 * @param later whether the first workbooks did not have it
 */
public record Column(String heading, Role role, CellType type, String code, String empty, boolean later) {

  /** A column that the first workbooks had. */
  public Column(String heading, Role role, CellType type, String code, String empty) {
    this(heading, role, type, code, empty, false);
  }

  /** The word for a condition that does not matter. */
  public static final String ANY = "不限";

  /** The word for a figure that there is none of. */
  public static final String NONE = "无";

  /** Heading of the first day on which a row applies. */
  public static final String FROM = "生效日期";

  /** Heading of the last day on which a row applies. */
  public static final String TO = "失效日期";

  /** What the cells of a column become. */
  public enum Role {
    /** A condition; 不限 leaves it out. */
    CONDITION,
    /** A part of the consequence; 无 becomes null. */
    ACTION,
    /** A part of the consequence that 否 leaves out. */
    FLAG,
    /** A note for people; ignored. */
    NOTE
  }

  static Column when(String heading, CellType type, String code) {
    return new Column(heading, Role.CONDITION, type, code, ANY);
  }

  static Column always(String heading, CellType type, String code) {
    return new Column(heading, Role.CONDITION, type, code, null);
  }

  static Column whenThere(String heading, CellType type, String code) {
    return new Column(heading, Role.CONDITION, type, code, NONE);
  }

  static Column then(String heading, CellType type, String code) {
    return new Column(heading, Role.ACTION, type, code, null);
  }

  static Column thenMaybe(String heading, CellType type, String code) {
    return new Column(heading, Role.ACTION, type, code, NONE);
  }

  static Column flag(String heading, String code) {
    return new Column(heading, Role.FLAG, CellTypes.YES_NO, code, null);
  }

  static Column note() {
    return new Column("备注", Role.NOTE, CellTypes.PLAIN_TEXT, "", "");
  }

  /** The letters by which a spreadsheet names a column, A for 0. */
  public static String letter(int index) {
    return Address.letters(index);
  }

  /** The same, as one that the first workbooks did not have. */
  Column asLater() {
    return new Column(heading, role, type, code, empty, true);
  }

  /** Whether a sheet must have it; where another is left out, its cells say 不限 or 无. */
  public boolean isRequired() {
    return role != Role.NOTE && empty == null;
  }

  /** Whether a condition asks for one value, and not for more or less than it. */
  public boolean asksForEqual() {
    return code.endsWith(" == $param");
  }

  /** Whether a condition on more or less than a value changes at that value itself, and not just above it. */
  public boolean isMetAtTheEdge() {
    return code.endsWith(" >= $param") || code.endsWith(" < $param");
  }

  /** Whether a condition looks at what is known only once everything is paid. */
  public boolean isKnownAtTheEnd() {
    return isCondition() && property().equals("yearLeft");
  }

  /** Whether this column is a condition. */
  public boolean isCondition() {
    return role == Role.CONDITION;
  }

  /** What a condition compares its cells with, by the name that rules know it by, for example {@code personClass}. */
  public String property() {
    return code.substring(0, code.indexOf(' '));
  }

  /**
   * Whether a condition holds, exactly as the rule made of its cell would have it.
   *
   * @param cell value of the cell, or null where the condition is left out
   * @param stated value that the claim has, or null where it has none
   */
  public boolean holds(Object cell, Object stated) {
    if (cell == null || stated == null) {
      return cell == null;
    }
    return switch (code.substring(code.indexOf(' '))) {
      case " == $param" -> stated.equals(cell);
      case " >= $param" -> compare(stated, cell) >= 0;
      case " <= $param" -> compare(stated, cell) <= 0;
      case " > $param" -> compare(stated, cell) > 0;
      case " < $param" -> compare(stated, cell) < 0;
      default -> throw new IllegalStateException("not a condition on one property: " + code);
    };
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object stated, Object cell) {
    return ((Comparable<Object>) stated).compareTo(cell);
  }

  /** The keyword of this column in the hidden code rows. */
  String keyword() {
    return switch (role) {
      case CONDITION -> "CONDITION";
      case ACTION, FLAG -> "ACTION";
      case NOTE -> "";
    };
  }
}
