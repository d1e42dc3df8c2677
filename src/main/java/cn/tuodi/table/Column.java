package cn.tuodi.table;

import org.apache.poi.ss.util.CellReference;

/**
 * A column of a table.
 *
 * @param heading its Chinese heading
 * @param role what its cells become
 * @param type what its cells hold
 * @param code the snippet of rule source, with {@code $param} for the cell
 * @param empty the word for no value, 不限 or 无, or null where a value is needed
 */
public record Column(String heading, Role role, CellType type, String code, String empty) {

  /** The word for a condition that does not matter. */
  public static final String ANY = "不限";

  /** The word for a figure that there is none of. */
  public static final String NONE = "无";

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
    return new Column(heading, Role.FLAG, CellType.YES_NO, code, null);
  }

  static Column note() {
    return new Column("备注", Role.NOTE, CellType.PLAIN_TEXT, "", "");
  }

  /** The letters by which a spreadsheet names a column, A for 0. */
  public static String letter(int index) {
    return CellReference.convertNumToColString(index);
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
