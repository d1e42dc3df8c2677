package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.archive.Limits;
import cn.tuodi.spreadsheet.archive.Size;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.util.BitSet;

/** Which columns of a sheet cannot be seen. */
final class HiddenColumns {

  /** Narrower columns show no character. */
  private static final double MIN_WIDTH = 0.5;

  private final BitSet stated = new BitSet();
  private final BitSet hidden = new BitSet();
  private boolean byDefault;

  /** Says how wide columns are of which nothing else is said. */
  void byDefault(String width) {
    byDefault = Size.isBelow(width, MIN_WIDTH);
  }

  /** Reads the element for some columns, which is at hand. */
  void read(XmlPart xml) {
    int first = Math.max(xml.number("min", 1), 1);
    int last = Math.min(xml.number("max", first), Limits.MAX_COLUMN);
    if (first > last) {
      return;
    }
    stated.set(first - 1, last);
    if (xml.flag("hidden") || Size.isBelow(xml.attribute("width"), MIN_WIDTH)
        || xml.attribute("width") == null && byDefault) {
      hidden.set(first - 1, last);
    }
  }

  boolean isHidden(int column) {
    return stated.get(column) ? hidden.get(column) : byDefault;
  }
}
