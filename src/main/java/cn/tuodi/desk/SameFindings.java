package cn.tuodi.desk;

import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Findings as people read them: the same in many rows of a column is one mistake, and is told once. */
public final class SameFindings {

  private static final int MIN_ROWS = 3;
  private static final int MAX_ROWS_TOLD = 20;
  private static final Pattern CELL = Pattern.compile("([A-Z]+)(\\d+)");

  private SameFindings() {}

  /** The findings with those told once that say the same of three rows or more, at the first of them. */
  public static List<Finding> once(List<Finding> findings) {
    Map<List<Object>, List<Finding>> alike = new LinkedHashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Matcher cell = CELL.matcher(finding.cell() == null ? "" : finding.cell());
      List<Object> key = cell.matches() && finding.sheet() != null && finding.example() == null
          ? List.of(finding.file(), finding.sheet(), cell.group(1), finding.zh()) : List.of(i);
      alike.computeIfAbsent(key, one -> new ArrayList<>()).add(finding);
    }
    List<Finding> told = new ArrayList<>();
    alike.values().forEach(same -> {
      if (same.size() < MIN_ROWS) {
        told.addAll(same);
      } else {
        told.add(together(same));
      }
    });
    return told;
  }

  private static Finding together(List<Finding> same) {
    Finding first = same.get(0);
    List<String> rows = same.stream().map(finding -> finding.cell().replaceAll("\\D", "")).toList();
    String zh = rows.stream().limit(MAX_ROWS_TOLD).collect(Collectors.joining("、"));
    String en = rows.stream().limit(MAX_ROWS_TOLD).collect(Collectors.joining(", "));
    Message listed = Message.given(zh, en);
    return new Finding(first.file(), first.sheet(), first.cell(),
        rows.size() > MAX_ROWS_TOLD ? Message.of("desk.the-same-in-rows-and-more", first.message(), listed, rows.size())
            : Message.of("desk.the-same-in-rows", first.message(), listed));
  }
}
