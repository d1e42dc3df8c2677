package cn.tuodi.desk.file;

import cn.tuodi.spreadsheet.NamedProperties;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What says within a workbook which one it is, with region and year, whatever its file is called: a property of the
 * document, which spreadsheet programs keep. It means nothing to what the workbook decides.
 */
public final class WorkbookMark {

  /** Name of the property, as spreadsheet programs list it. */
  public static final String PROPERTY = "Tuodi";

  private static final int MAX_KEPT = 64;
  private static final int MAX_KEPT_SIZE = 128 * 1024;
  /** What was marked last: anybody may download what is in force, as often as they like. */
  private static final Map<TableName, Marked> KEPT = new LinkedHashMap<>(MAX_KEPT, 1, true);

  /** A file before and after. */
  private record Marked(byte[] content, byte[] marked) {}

  private WorkbookMark() {}

  /** A workbook marked as one; the file itself where it is no readable workbook or is so marked already. */
  public static byte[] marked(byte[] content, TableName table) {
    Marked kept = kept(table);
    if (kept != null && Arrays.equals(kept.content(), content)) {
      return kept.marked();
    }
    byte[] marked = NamedProperties.with(content, PROPERTY, table.toString());
    if (content.length <= MAX_KEPT_SIZE) {
      keep(table, new Marked(content, marked));
    }
    return marked;
  }

  private static Marked kept(TableName table) {
    synchronized (KEPT) {
      return KEPT.get(table);
    }
  }

  private static void keep(TableName table, Marked marked) {
    synchronized (KEPT) {
      KEPT.put(table, marked);
      if (KEPT.size() > MAX_KEPT) {
        KEPT.remove(KEPT.keySet().iterator().next());
      }
    }
  }

  /** The workbook that a file is marked as; empty where it is not. */
  public static Optional<TableName> of(byte[] content) {
    return NamedProperties.text(content, PROPERTY).flatMap(TableName::of);
  }
}
