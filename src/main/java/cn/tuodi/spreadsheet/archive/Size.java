package cn.tuodi.spreadsheet.archive;

import java.util.regex.Pattern;

/** Widths and heights. */
public final class Size {

  private static final Pattern SIZE = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

  private Size() {}

  /** Whether a size is stated and is below another. */
  public static boolean isBelow(String size, double least) {
    return size != null && SIZE.matcher(size.strip()).matches() && Double.parseDouble(size.strip()) < least;
  }
}
