package cn.tuodi.console;

import cn.tuodi.wire.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the workbooks hold, in words. */
final class WorkbookNames {

  /** The workbooks that every edition has. */
  static final List<String> OF_EDITION = List.of("edition.xlsx", "medical-assistance.xlsx", "critical-illness.xlsx",
      "safeguards.xlsx", "premiums.xlsx", "applications.xlsx");

  private static final Pattern LOCAL = Pattern.compile("local/(\\d{6})/(.*)\\.xlsx");
  /** What a browser makes of a file that is saved a second time. */
  private static final Pattern AGAIN = Pattern.compile(" ?\\(\\d+\\)(?=\\.xlsx$)");

  private WorkbookNames() {}

  static String zh(String file) {
    return switch (file) {
      case "edition.xlsx" -> "版本与条款";
      case "medical-assistance.xlsx" -> "医疗救助";
      case "critical-illness.xlsx" -> "大病保险";
      case "safeguards.xlsx" -> "预警、结算与参数";
      case "premiums.xlsx" -> "参保缴费";
      case "applications.xlsx" -> "依申请救助与认定";
      default -> local(file, "地方标准 ");
    };
  }

  static String en(String file) {
    return switch (file) {
      case "edition.xlsx" -> "Edition and provisions";
      case "medical-assistance.xlsx" -> "Medical assistance";
      case "critical-illness.xlsx" -> "Critical-illness insurance";
      case "safeguards.xlsx" -> "Warnings, settlement and parameters";
      case "premiums.xlsx" -> "Enrolment and premiums";
      case "applications.xlsx" -> "Assistance on application and recognition";
      default -> local(file, "Local standards ");
    };
  }

  static String of(String file, Language language) {
    return language.of(zh(file), en(file));
  }

  /** The workbook of the standards of an area, such as 450100. */
  static String ofArea(String area) {
    return "local/" + area + "/standards.xlsx";
  }

  /** The area whose standards a workbook holds; empty where it holds none of an area. */
  static Optional<String> area(String file) {
    Matcher local = LOCAL.matcher(file);
    return local.matches() ? Optional.of(local.group(1)) : Optional.empty();
  }

  /** The name of a workbook that somebody has saved, perhaps more than once, and uploads. */
  static String saved(String file) {
    return AGAIN.matcher(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)).replaceAll("");
  }

  private static String local(String file, String words) {
    Matcher local = LOCAL.matcher(file);
    if (!local.matches()) {
      return file;
    }
    return words + local.group(1) + (local.group(2).equals("standards") ? "" : " " + local.group(2));
  }
}
