package cn.tuodi.table;

import java.util.Optional;
import java.util.regex.Pattern;

/** Parts of a package that no decision table has: they connect to other data, run or hide something. */
enum ForeignPart {

  /** Connections to databases and files, what was queried over them and what of it was kept. */
  CONNECTION("数据连接", "a data connection", "connections\\d*\\.xml$|queryTables/|pivotCache/|model/"),
  /** References to cells of other workbooks. */
  LINK("外部链接", "an external link", "externalLinks/"),
  /** Programs. */
  MACRO("宏", "macros", "vbaProject[^/]*$|vbaData[^/]*$|macrosheets/|dialogsheets/|webextensions/"),
  /** Buttons and the like. */
  CONTROL("控件", "controls", "activeX/|ctrlProps/"),
  /** Files within the file. */
  EMBEDDED("嵌入对象", "an embedded object", "embeddings/"),
  /** Changes of the program that opens the file. */
  RIBBON("自定义功能区", "a customised ribbon", "customUI/");

  private static final int LONGEST_NAME = 100;

  private final String zh;
  private final String en;
  private final Pattern names;

  ForeignPart(String zh, String en, String names) {
    this.zh = zh;
    this.en = en;
    this.names = Pattern.compile("(^|[/\\\\])(" + names.replace("/", "[/\\\\]") + ")", Pattern.CASE_INSENSITIVE);
  }

  /** Why a workbook with a part of that name is not opened; empty if workbooks may have it. */
  static Optional<WorkbookFile.Refusal> refusal(String name) {
    for (ForeignPart part : values()) {
      if (part.names.matcher(name).find()) {
        String shown = name.replaceAll("[^\\w./-]", "_");
        String place = shown.substring(Math.max(0, shown.length() - LONGEST_NAME));
        return Optional.of(new WorkbookFile.Refusal(
            "工作簿含有" + part.zh + "（" + place + "），没有打开：请下载原工作簿，只把各表的数值粘贴进去，保存后再上传",
            "the workbook has " + part.en + " (" + place
                + ") and was not opened: download the original workbook, paste only the values of the sheets into it, and send that"));
      }
    }
    return Optional.empty();
  }
}
