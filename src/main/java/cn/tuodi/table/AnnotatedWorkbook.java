package cn.tuodi.table;

import cn.tuodi.spreadsheet.SafeCopy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook given back to the person who uploaded it: what was found stands as a comment on the cell, and all of it in a
 * sheet of its own in front. Both are renewed when the workbook is checked again and mean nothing to it.
 */
public final class AnnotatedWorkbook {

  /** Name of the sheet that lists what was found; it is passed over when a workbook is read. */
  public static final String SHEET = "检查结果";

  private static final String MARK = "【检查 / check】";
  private static final String AUTHOR = "托底 Tuodi";
  private static final int MAX_COMMENTS = 500;
  private static final int MAX_LISTED = 1000;
  private static final int COMMENT_COLUMNS = 5;
  private static final int COMMENT_ROWS = 8;
  private static final int CHARACTER = 256;
  private static final List<String> HEADINGS = List.of("文件 / file", "表 / sheet", "单元格 / cell", "问题", "finding");
  private static final List<Integer> WIDTHS = List.of(28, 18, 12, 70, 70);

  private final XSSFWorkbook workbook;
  private final String file;

  private AnnotatedWorkbook(XSSFWorkbook workbook, String file) {
    this.workbook = workbook;
    this.file = file;
  }

  /**
   * The workbook with what was found in it; where it cannot be opened, or is many times as large as one should be, a
   * workbook of nothing but that.
   *
   * @param file name of the workbook, as findings have it
   * @param content the file
   * @param findings what was found
   */
  public static byte[] of(String file, byte[] content, List<Finding> findings) {
    try {
      Optional<byte[]> copy = SafeCopy.of(content);
      if (copy.isPresent()) {
        return annotated(new XSSFWorkbook(new ByteArrayInputStream(copy.get())), file, findings);
      }
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever of the file makes the library throw: there is nothing to write comments into.
    }
    try {
      return annotated(new XSSFWorkbook(), file, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] annotated(XSSFWorkbook opened, String file, List<Finding> findings) throws IOException {
    try (XSSFWorkbook workbook = opened) {
      AnnotatedWorkbook annotated = new AnnotatedWorkbook(workbook, file);
      annotated.clean();
      annotated.list(findings);
      annotated.comment(findings);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private void clean() {
    if (workbook.getSheet(SHEET) != null && workbook.getNumberOfSheets() > 1) {
      workbook.removeSheetAt(workbook.getSheetIndex(SHEET));
    }
    workbook.forEach(sheet -> {
      for (Map.Entry<CellAddress, XSSFComment> entry : List
          .copyOf(((XSSFSheet) sheet).getCellComments().entrySet())) {
        clean((XSSFSheet) sheet, entry.getKey(), entry.getValue());
      }
    });
  }

  private static void clean(XSSFSheet sheet, CellAddress at, XSSFComment comment) {
    String text = comment.getString().getString();
    int mark = text.indexOf(MARK);
    if (mark > 0) {
      comment.setString(new XSSFRichTextString(text.substring(0, mark).stripTrailing()));
    } else if (mark == 0) {
      cell(sheet, at).removeCellComment();
    }
  }

  private void list(List<Finding> findings) {
    XSSFSheet sheet = workbook.getSheet(SHEET) == null ? workbook.createSheet(SHEET) : workbook.getSheet(SHEET);
    workbook.setSheetOrder(SHEET, 0);
    workbook.setActiveSheet(0);
    workbook.setSelectedTab(0);
    CellStyle wrapped = workbook.createCellStyle();
    wrapped.setWrapText(true);
    sheet.createRow(0).createCell(0).setCellValue(findings.isEmpty() ? "没有发现问题 / nothing found"
        : "发现 " + findings.size() + " 处问题，请逐一改正后重新上传；本表和批注不影响检查 / " + findings.size()
            + " finding(s): correct them and upload again; this sheet and the comments do not matter to the check");
    write(sheet.createRow(1), HEADINGS, wrapped);
    for (int i = 0; i < WIDTHS.size(); i++) {
      sheet.setColumnWidth(i, WIDTHS.get(i) * CHARACTER);
    }
    sheet.createFreezePane(0, 2);
    int next = 2;
    for (Finding finding : findings.subList(0, Math.min(findings.size(), MAX_LISTED))) {
      Row row = sheet.createRow(next++);
      write(row, List.of(finding.file(), text(finding.sheet()), text(finding.cell()), finding.zh(), finding.en()),
          wrapped);
      link(row.getCell(2), finding);
    }
  }

  private static void write(Row row, List<String> texts, CellStyle style) {
    for (int i = 0; i < texts.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(texts.get(i));
      cell.setCellStyle(style);
    }
  }

  private static String text(String place) {
    return place == null ? "" : place;
  }

  private void link(Cell cell, Finding finding) {
    if (finding.cell() != null && isHere(finding)) {
      Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("'" + finding.sheet().replace("'", "''") + "'!" + finding.cell());
      cell.setHyperlink(link);
    }
  }

  private boolean isHere(Finding finding) {
    return finding.file().equals(file) && finding.sheet() != null && workbook.getSheet(finding.sheet()) != null;
  }

  /** Comments on cells; what concerns a whole sheet stands on its first cell. */
  private void comment(Collection<Finding> findings) {
    Map<String, Map<String, List<Finding>>> bySheet = findings.stream().filter(this::isHere).limit(MAX_COMMENTS)
        .collect(Collectors.groupingBy(Finding::sheet, LinkedHashMap::new, Collectors.groupingBy(
            finding -> finding.cell() == null ? "A1" : finding.cell(), LinkedHashMap::new, Collectors.toList())));
    bySheet.forEach((name, byCell) -> byCell.forEach((cell, found) -> comment(workbook.getSheet(name),
        new CellAddress(cell), found)));
  }

  private void comment(XSSFSheet sheet, CellAddress at, List<Finding> findings) {
    String text = MARK + findings.stream().map(finding -> "\n" + finding.zh() + "\n" + finding.en())
        .collect(Collectors.joining());
    Comment earlier = sheet.getCellComment(at);
    if (earlier != null) {
      earlier.setString(new XSSFRichTextString(earlier.getString().getString() + "\n" + text));
      return;
    }
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, at.getColumn() + 1, at.getRow(),
        at.getColumn() + 1 + COMMENT_COLUMNS, at.getRow() + COMMENT_ROWS);
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(new XSSFRichTextString(text));
    comment.setAuthor(AUTHOR);
    cell(sheet, at).setCellComment(comment);
  }

  private static Cell cell(XSSFSheet sheet, CellAddress at) {
    Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
    return row.getCell(at.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }
}
