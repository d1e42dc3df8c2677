package cn.tuodi.table.writing;

import cn.tuodi.table.Column;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What a spreadsheet program lets be entered below a heading: one of a list, or a number within bounds. */
final class Lists {

  /** Rows that can be filled in below the headings. */
  private static final int ROWS = 200;
  /** As long as a list may be that stands in the rule itself. */
  private static final int MAX_LENGTH = 255;
  private static final List<CellType> NUMBERS =
      List.of(CellTypes.PLAIN_YUAN, CellTypes.YUAN, CellTypes.FEN, CellTypes.COUNT, CellTypes.MULTIPLE, CellTypes.LEVEL,
          CellTypes.YEAR);

  private final XSSFSheet sheet;
  private final Offered offered;
  private final int first;

  /**
   * Lists of a sheet.
   *
   * @param first the first row of data, from 0
   */
  Lists(XSSFSheet sheet, Offered offered, int first) {
    this.sheet = sheet;
    this.offered = offered;
    this.first = first;
  }

  /** Puts what may be entered below a heading; nothing where any text may. */
  void put(Column column, int index) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    List<String> choices = choices(column);
    boolean isLong = String.join(",", choices).length() > MAX_LENGTH;
    DataValidationConstraint constraint = choices.isEmpty()
        ? bounds(column, index).map(helper::createCustomConstraint).orElse(null)
        : isLong ? IntroductionSheet.list(sheet.getWorkbook(), choices).map(helper::createFormulaListConstraint)
            .orElse(null) : helper.createExplicitListConstraint(choices.toArray(String[]::new));
    if (constraint != null) {
      DataValidation validation = helper.createValidation(constraint,
          new CellRangeAddressList(first, first + ROWS - 1, index, index));
      validation.setSuppressDropDownArrow(!choices.isEmpty());
      validation.setErrorStyle(offered.isNarrowed(sheet.getSheetName(), column) ? DataValidation.ErrorStyle.WARNING
          : DataValidation.ErrorStyle.STOP);
      validation.setShowErrorBox(true);
      sheet.addValidationData(validation);
    }
  }

  private List<String> choices(Column column) {
    List<String> choices = new ArrayList<>(offered.of(sheet.getSheetName(), column));
    if (!choices.isEmpty() && column.empty() != null) {
      choices.add(0, column.empty());
    }
    return choices;
  }

  private Optional<String> bounds(Column column, int index) {
    String cell = CellReference.convertNumToColString(index) + (first + 1);
    String number = "AND(ISNUMBER(" + cell + ")," + cell + ">=0"
        + (column.type() == CellTypes.RATE ? "," + cell + "<=1)" : ")");
    if (column.type() != CellTypes.RATE && !NUMBERS.contains(column.type())) {
      return Optional.empty();
    }
    String multiple = column.type() == CellTypes.YUAN || column.type() == CellTypes.FEN
        ? ",ISNUMBER(SEARCH(\"倍\"," + cell + ")),ISNUMBER(SEARCH(\"%\"," + cell + "))" : "";
    String none = column.empty() == null ? "" : "," + cell + "=\"" + column.empty() + "\"";
    return Optional.of(multiple.isEmpty() && none.isEmpty() ? number : "OR(" + number + multiple + none + ")");
  }
}
