package cn.tuodi.spreadsheet;

import java.util.regex.Pattern;

/** Widths and heights. */
final class Size {

  private static final Pattern SIZE = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

  private Size() {}

  /** Whether a size is stated and is below another. */
  static boolean isBelow(String size, double least) {
    return size != null && SIZE.matcher(size.strip()).matches() && Double.parseDouble(size.strip()) < least;
  }
}
