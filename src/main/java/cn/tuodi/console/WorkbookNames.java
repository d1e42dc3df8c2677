package cn.tuodi.console;

/** What the workbooks hold, in words. */
final class WorkbookNames {

  private WorkbookNames() {}

  static String zh(String file) {
    return switch (file) {
      case "edition.xlsx" -> "版本与条款";
      case "medical-assistance.xlsx" -> "医疗救助";
      case "critical-illness.xlsx" -> "大病保险";
      case "safeguards.xlsx" -> "预警、结算与参数";
      case "premiums.xlsx" -> "参保缴费";
      case "applications.xlsx" -> "依申请救助与认定";
      default -> file;
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
      default -> file;
    };
  }
}
