package cn.tuodi.desk.file;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the workbooks of an edition hold, in words. */
public final class WorkbookTitle {

  /** The workbooks that every edition has. */
  public static final List<String> OF_EDITION = List.of("edition.xlsx", "medical-assistance.xlsx",
      "critical-illness.xlsx", "safeguards.xlsx", "premiums.xlsx", "applications.xlsx");

  private static final Pattern LOCAL = Pattern.compile("local/(\\d{6})/(.*)\\.xlsx");

  private WorkbookTitle() {}

  /** In Chinese. */
  public static String zh(String workbook) {
    return switch (workbook) {
      case "edition.xlsx" -> "版本与条款";
      case "medical-assistance.xlsx" -> "医疗救助";
      case "critical-illness.xlsx" -> "大病保险";
      case "safeguards.xlsx" -> "预警、结算与参数";
      case "premiums.xlsx" -> "参保缴费";
      case "applications.xlsx" -> "依申请救助与认定";
      default -> local(workbook, "地方标准 ");
    };
  }

  /** In English. */
  public static String en(String workbook) {
    return switch (workbook) {
      case "edition.xlsx" -> "Edition and provisions";
      case "medical-assistance.xlsx" -> "Medical assistance";
      case "critical-illness.xlsx" -> "Critical-illness insurance";
      case "safeguards.xlsx" -> "Warnings, settlement and parameters";
      case "premiums.xlsx" -> "Enrolment and premiums";
      case "applications.xlsx" -> "Assistance on application and recognition";
      default -> local(workbook, "Local standards ");
    };
  }

  private static String local(String workbook, String words) {
    Matcher local = LOCAL.matcher(workbook);
    if (!local.matches()) {
      return workbook;
    }
    return words + local.group(1) + (local.group(2).equals("standards") ? "" : " " + local.group(2));
  }
}
