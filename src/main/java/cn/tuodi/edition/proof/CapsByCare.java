package cn.tuodi.edition.proof;

import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Finds rows of 倾斜救助 with caps of their own for kinds of care. What is paid as top-up adds up over the year whatever the
 * care, so that what one kind was paid would use up the cap of another.
 */
final class CapsByCare {

  private static final String CLASS = "对象类别";
  private static final String CARE = "医疗类别";
  private static final String CAP = "年度限额";

  private CapsByCare() {}

  /** Finds them, each with the first row that it is opposed to. */
  static void find(Sheet sheet, Collection<Finding> findings) {
    List<Row> rows = sheet.rows();
    for (int i = 1; i < rows.size(); i++) {
      Row row = rows.get(i);
      rows.subList(0, i).stream().filter(other -> opposes(sheet, other, row)).findFirst()
          .ifPresent(other -> findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, CAP),
              Message.of("edition.caps-by-care", other.number(), row.number()))));
    }
  }

  private static boolean opposes(Sheet sheet, Row one, Row other) {
    Object care = sheet.value(one, CARE);
    Object otherCare = sheet.value(other, CARE);
    return care != null && otherCare != null && !care.equals(otherCare)
        && Objects.equals(sheet.value(one, CLASS), sheet.value(other, CLASS))
        && !Objects.equals(sheet.value(one, CAP), sheet.value(other, CAP));
  }
}
