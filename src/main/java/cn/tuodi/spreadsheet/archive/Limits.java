package cn.tuodi.spreadsheet.archive;

/** How much a workbook may be. The largest of the built-in editions has 150 KB unpacked in 15 parts, and 8,000 tags. */
public final class Limits {

  static final int MAX_FILE = 5 * 1024 * 1024;
  static final int MAX_UNPACKED = 10 * 1024 * 1024;
  static final int MAX_PARTS = 500;
  static final int MAX_PART_NAME = 300;
  public static final int MAX_SHEETS = 100;
  /** Spreadsheet programs let no one write a longer name. */
  public static final int MAX_SHEET_NAME = 31;
  /** Tags in all parts that are read, about four a cell. */
  static final int MAX_TAGS = 250_000;
  /** A cell holds 32,767 characters, each of which may stand as a reference of eight. */
  static final int MAX_TOKEN = 300_000;
  public static final int MAX_CELL_TEXT = 32_767;
  static final int MAX_DEPTH = 40;
  static final int MAX_ATTRIBUTES = 100;
  /** Different names of elements and attributes in a part. */
  static final int MAX_NAMES = 1000;
  public static final int MAX_STYLES = 65_500;
  public static final int MAX_FORMAT = 255;
  /** What is noted about a sheet while it is read, and merged ranges; the rest is counted. */
  public static final int MAX_NOTED = 200;
  /** How much of a name or a text from a file is repeated in a message. */
  public static final int MAX_SHOWN = 100;

  public static final int MAX_ROW = 1_048_576;
  public static final int MAX_COLUMN = 16_384;

  private Limits() {}
}
