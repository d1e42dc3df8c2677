package cn.tuodi.edition;

import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.policy.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An invented policy of one place, as small as one can be, to which a test gives the sheets that it is about: recipients
 * of the minimum-living guarantee are class 1, low-income-edge households class 2, everybody else in no class, and
 * assistance pays half, whatever the care.
 */
public final class SmallEdition {

  /** The provision that every row cites. */
  public static final String PROVISION = "TS24-A";
  /** Code of the area it is for. */
  public static final String AREA = "420100";

  /** The row in which the headings of a sheet stand, below its title and one line that explains it. */
  public static final int HEADING_ROW = 3;

  private static final String LOCAL = "local/" + AREA + "/standards.xlsx";

  private final Map<String, Map<String, Object[][]>> workbooks = new TreeMap<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** The invented policy. */
  public SmallEdition() {
    put("edition.xlsx", "版本", "地区", "年度", "行政区划代码", "生效日期", "失效日期", "名称", "英文名称", "生效前先适用的参保年度自");
    add("edition.xlsx", "版本", "small", 2024, AREA, LocalDate.of(2024, 1, 1), "无", "试验版", "Trial", "无");
    put("edition.xlsx", "文件", "文号", "名称", "英文名称", "印发日期", "施行日期");
    add("edition.xlsx", "文件", "试〔2024〕1号", "试验文件", "Trial document", LocalDate.of(2024, 1, 1),
        LocalDate.of(2024, 1, 1));
    put("edition.xlsx", "条款", "条款编号", "文号", "条款位置", "状态", "事项", "内容", "英文内容");
    add("edition.xlsx", "条款", PROVISION, "试〔2024〕1号", "一", "计算", "待遇", "全部。", "All of it.");
    sheet("对象分类", "身份", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称");
    sheet("大病保险倾斜", "身份", "取消封顶线");
    for (IdentityType type : IdentityType.values()) {
      String personClass =
          type == IdentityType.MINIMUM_LIVING ? "一类" : type == IdentityType.LOW_INCOME_EDGE ? "二类" : "无类别";
      row("对象分类", type.label(), personClass, "否", type.ordinal() + 1, "类别", "class");
      row("大病保险倾斜", type.label(), "否");
    }
    put("policy.xlsx", "大病保险范围", "条款", "医疗类别", "生效日期", "失效日期", "纳入大病保险", "备注");
    Arrays.stream(CareType.values()).filter(care -> care == care.countedAs())
        .forEach(care -> add("policy.xlsx", "大病保险范围", PROVISION, care.label(), "不限", "不限", "是", ""));
    sheet("救助待遇", "对象类别", "结果", "救助比例", "累计口径");
    row("救助待遇", "一类", "救助", rate("0.5"), "全部合并");
    row("救助待遇", "二类", "救助", rate("0.5"), "全部合并");
    row("救助待遇", "无类别", "非救助对象", "无", "无");
    sheet("准予条件", "准予");
    row("准予条件", "是");
    sheet("比例调整", "情形", "降低百分点");
    row("比例调整", "未办理转诊备案", "无");
    row("比例调整", "申请时才参保", "无");
    sheet("因病致贫认定", "另行规定的文件");
    row("因病致贫认定", "另行规定");
    Stream.of(Parameter.values()).filter(Parameter::isRequired)
        .forEach(parameter -> parameters.put(parameter.label(), parameter.kind() == Parameter.Kind.YES_NO ? "否" : "无"));
    parameter("申请时参保视同已参保", "是");
    parameter("职工可按方案计算大病保险", "是");
    parameter("有几种身份时取最优一类", "是");
  }

  /** A rate as cells have it. */
  public static BigDecimal rate(String share) {
    return new BigDecimal(share);
  }

  /** A sheet of rules with these headings after that of the provision, without rows as yet. */
  public SmallEdition sheet(String name, String... headings) {
    put("policy.xlsx", name, Stream.concat(Stream.of("条款"), Stream.of(headings)).toArray(Object[]::new));
    return this;
  }

  /** A sheet of standards of the area with these headings after that of the provision, without rows as yet. */
  public SmallEdition local(String name, String... headings) {
    put(LOCAL, name, Stream.of(Stream.of("条款"), Stream.of(headings), Stream.of("制定文件")).flatMap(one -> one)
        .toArray(Object[]::new));
    return this;
  }

  /** One more row of a sheet of rules. */
  public SmallEdition row(String name, Object... cells) {
    return add("policy.xlsx", name, Stream.concat(Stream.of((Object) PROVISION), Stream.of(cells)).toArray());
  }

  /** One more row of a sheet of standards of the area. */
  public SmallEdition localRow(String name, Object... cells) {
    return add(LOCAL, name, Stream.of(Stream.of((Object) PROVISION), Stream.of(cells), Stream.of((Object) "试验"))
        .flatMap(one -> one).toArray());
  }

  /** The policy leaves a matter to its areas. */
  public SmallEdition leaves(String matter) {
    put("edition.xlsx", "地方标准", "条款", "事项", "起付标准不低于", "起付标准不高于", "救助比例不低于", "年度限额不高于", "限额与何种身份相同",
        "最低层级", "备注");
    return add("edition.xlsx", "地方标准", PROVISION, matter, "无", "无", "无", "无", "无", "县级", "");
  }

  /** A parameter with a value. */
  public SmallEdition parameter(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /** Takes rows of a sheet of rules away. */
  public SmallEdition without(String sheet) {
    workbooks.get("policy.xlsx").remove(sheet);
    return this;
  }

  /** Whether it has a sheet of rules. */
  public boolean has(String sheet) {
    return workbooks.get("policy.xlsx").containsKey(sheet);
  }

  /** The headings of a sheet of rules. */
  public List<String> headings(String sheet) {
    return Arrays.stream(rows(sheet)[0]).map(String.class::cast).toList();
  }

  /** The rows of a sheet of rules, that of the headings first. */
  public Object[][] rows(String sheet) {
    return workbooks.get("policy.xlsx").get(sheet);
  }

  /** The files. */
  public EditionSources sources() {
    put("policy.xlsx", "参数", "条款", "参数", "取值", "备注");
    parameters.forEach((name, value) -> add("policy.xlsx", "参数", PROVISION, name, value, ""));
    Map<String, byte[]> files = new TreeMap<>();
    workbooks.forEach((file, sheets) -> files.put(file, written(sheets)));
    Map<String, String> rules = EditionSources.read(Path.of("rules"), Path.of("decision-tables"), "small/2024").rules();
    return new EditionSources("small/2024", rules, files);
  }

  /** The edition, checked and compiled. */
  public Edition compiled() {
    return CompiledForTests.of(sources()).load();
  }

  /** A sheet of a file with these headings, without rows as yet. */
  public void put(String file, String sheet, Object... headings) {
    workbooks.computeIfAbsent(file, name -> new LinkedHashMap<>()).put(sheet, new Object[][] {headings});
  }

  /** One more row of a sheet of a file. */
  public SmallEdition add(String file, String sheet, Object... cells) {
    workbooks.get(file).computeIfPresent(sheet, (name, rows) -> {
      List<Object[]> more = new ArrayList<>(List.of(rows));
      more.add(cells);
      return more.toArray(Object[][]::new);
    });
    return this;
  }

  private static byte[] written(Map<String, Object[][]> sheets) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      sheets.forEach((name, rows) -> {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.createRow(0).createCell(0).setCellValue(name);
        sheet.createRow(1).createCell(0).setCellValue("试验");
        for (int i = 0; i < rows.length; i++) {
          XSSFRow row = sheet.createRow(HEADING_ROW - 1 + i);
          for (int j = 0; j < rows[i].length; j++) {
            write(row.createCell(j), rows[i][j], day);
          }
        }
      });
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Cell cell, Object value, CellStyle day) {
    if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(day);
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue(value.toString());
    }
  }
}
