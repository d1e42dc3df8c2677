package cn.tuodi.table.writing;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Notes at cells. */
final class Notes {

  private static final int COLUMNS = 3;
  private static final int ROWS = 5;
  private static final String AUTHOR = "托底 Tuodi";

  private Notes() {}

  /** Puts a note at a cell, beside which it is shown. */
  static void put(XSSFCell cell, String text) {
    XSSFSheet sheet = cell.getSheet();
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, cell.getColumnIndex() + 1, cell.getRowIndex(),
        cell.getColumnIndex() + 1 + COLUMNS, cell.getRowIndex() + ROWS);
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(new XSSFRichTextString(text));
    comment.setAuthor(AUTHOR);
    cell.setCellComment(comment);
  }
}
