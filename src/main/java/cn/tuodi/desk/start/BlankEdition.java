package cn.tuodi.desk.start;

import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.policy.Circumstance;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.policy.TermsOutcome;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.Row;
import cn.tuodi.table.writing.BlankWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The workbooks of an edition that is begun without another to go by: the sheets that every edition needs and those that
 * were chosen. Where a document says nothing the rows say so: nobody is a recipient, nothing is adjusted; document and
 * provisions are left to be filled in, and so is all that is paid.
 */
public final class BlankEdition {

  private static final String OF_AREA = "local";
  private static final String NO = "否";
  private static final String YES = "是";
  /** Parameters that mostly are so. */
  private static final Set<Parameter> USUALLY = Set.of(Parameter.MOST_FAVOURABLE, Parameter.EMPLOYEE_PLAN);

  private final NewEditionOrder order;
  private final String provision;

  private BlankEdition(NewEditionOrder order) {
    this.order = order;
    this.provision = ProvisionIds.first(order.id());
  }

  /**
   * Makes the workbooks.
   *
   * @param order what is known of the edition; its area must be
   * @param chosen names of sheets besides those that every edition needs
   */
  public static Map<String, byte[]> of(NewEditionOrder order, Set<String> chosen) throws IOException {
    BlankEdition blank = new BlankEdition(order);
    Map<String, List<RawSheet>> sheets = new LinkedHashMap<>();
    for (BlankSheet sheet : BlankSheet.ALL) {
      if (sheet.needed() || chosen.contains(sheet.name())) {
        sheets.computeIfAbsent(blank.file(sheet), file -> new ArrayList<>())
            .add(new RawSheet(sheet.name(), sheet.columns(), blank.rows(sheet)));
      }
    }
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (Map.Entry<String, List<RawSheet>> workbook : sheets.entrySet()) {
      Map<String, List<Column>> words = new LinkedHashMap<>();
      workbook.getValue().forEach(sheet -> words.put(sheet.name(), BlankSheet.allColumns(sheet.name())));
      workbooks.put(workbook.getKey(), BlankWorkbook.of(order.nameLike(null), workbook.getValue(), words));
    }
    return workbooks;
  }

  private String file(BlankSheet sheet) {
    return sheet.workbook().equals(OF_AREA) ? EditionSources.LOCAL + order.areaCode() + "/standards.xlsx"
        : sheet.workbook();
  }

  private List<Row> rows(BlankSheet sheet) {
    return switch (sheet.name()) {
      case "版本" -> List.of(row(sheet, "地区", order.id().region(), "年度", BigDecimal.valueOf(order.id().year()), "行政区划代码",
          order.areaCode(), Column.FROM, order.from(), "名称", order.nameLike(null), "英文名称", order.nameEnLike(null)));
      case "条款" -> List.of(row(sheet, "条款编号", provision));
      case "对象分类" -> Arrays.stream(IdentityType.values())
          .map(type -> row(sheet, "身份", type.label(), "对象类别", PersonClass.NONE.label(), "按重残待遇", NO, "优先次序",
              BigDecimal.valueOf(type.ordinal() + 1L), "类别名称", TermsOutcome.NO_CLASS.label(), "英文名称",
              "not a recipient"))
          .toList();
      case "救助待遇" -> List.of(row(sheet, "对象类别", PersonClass.NONE.label(), "结果", TermsOutcome.NO_CLASS.label()));
      case "准予条件" -> List.of(row(sheet, "准予", YES));
      case "比例调整" -> Arrays.stream(Circumstance.values()).map(one -> row(sheet, "情形", one.label())).toList();
      case "因病致贫认定" -> List.of(row(sheet, "另行规定的文件", "另行规定"));
      case "大病保险范围" -> Arrays.stream(CareType.values()).filter(care -> care == care.countedAs())
          .map(care -> row(sheet, "医疗类别", care.label(), "纳入大病保险", YES)).toList();
      case "大病保险倾斜" -> Arrays.stream(IdentityType.values())
          .map(type -> row(sheet, "身份", type.label(), "取消封顶线", NO)).toList();
      case "参数" -> Arrays.stream(Parameter.values()).filter(Parameter::isRequired)
          .map(parameter -> row(sheet, "参数", parameter.label(), "取值", USUALLY.contains(parameter) ? YES
              : parameter.kind() == Parameter.Kind.YES_NO ? NO : Column.NONE))
          .toList();
      default -> List.of();
    };
  }

  /** A row: what stands under some headings, the word for nothing under others, and nothing where a value is needed. */
  private Row row(BlankSheet sheet, Object... headingsAndValues) {
    List<Object> values = new ArrayList<>();
    for (Column column : sheet.columns()) {
      Object value = column.heading().equals("条款") ? provision
          : column.role() == Column.Role.NOTE ? null : column.empty();
      for (int i = 0; i < headingsAndValues.length; i += 2) {
        value = headingsAndValues[i].equals(column.heading()) ? headingsAndValues[i + 1] : value;
      }
      values.add(value);
    }
    return new Row(0, values);
  }
}
