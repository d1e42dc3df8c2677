package cn.tuodi.desk;

import cn.tuodi.desk.file.WorkbookTitle;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Another year of the edition that is changed. */
public final class Editions {

  private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
  private static final byte[] NEXT = Changed.changed(Changed.built("edition.xlsx"), book -> {
    Changed.dropCases(book);
    Changed.cell(book, "版本", "B4").setCellValue(2023);
    Changed.date(book, "版本", "D4", FIRST);
    Changed.text(book, "版本", "F4", "广西壮族自治区 2023");
    Changed.text(book, "版本", "G4", "Guangxi 2023");
  });
  private static final byte[] ENDED = Changed.changed(Changed.built("edition.xlsx"),
      book -> Changed.date(book, "版本", "E4", FIRST.minusDays(1)));

  private Editions() {}

  /** Its workbooks. */
  public static Map<String, byte[]> next() {
    Map<String, byte[]> workbooks = new TreeMap<>();
    WorkbookTitle.OF_EDITION.forEach(file -> workbooks.put(file, Changed.built(file)));
    workbooks.put("edition.xlsx", NEXT.clone());
    return workbooks;
  }

  /** The workbook of the edition before, which ends the day before. */
  public static byte[] ended() {
    return ENDED.clone();
  }
}
