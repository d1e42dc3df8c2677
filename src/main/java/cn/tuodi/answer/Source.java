package cn.tuodi.answer;

/**
 * Where a figure or a finding comes from: a provision and, for what a workbook states, the row.
 *
 * @param provision id in the provision register, for example {@code GX22-IP-2}
 * @param workbook file name, or null where a rule applies the provision without a table
 * @param sheet sheet name, or null
 * @param row the row as the spreadsheet numbers it, or 0
 * @param document the document by which a pooling area set what the row states, or null where the edition states it
 */
public record Source(String provision, String workbook, String sheet, int row, String document) {

  /** A provision that a rule applies without a table row. */
  public static Source provision(String id) {
    return new Source(id, null, null, 0, null);
  }

  /** A row of a workbook. */
  public static Source row(String provision, String workbook, String sheet, int row) {
    return new Source(provision, workbook, sheet, row, null);
  }

  /** The same row, set by a document of a pooling area. */
  public Source by(String areaDocument) {
    return new Source(provision, workbook, sheet, row, areaDocument);
  }
}
