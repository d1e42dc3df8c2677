package cn.tuodi.desk.start;

import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.table.writing.Offered;
import cn.tuodi.table.writing.OpenWorkbook;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The workbooks of an edition written anew as open sheets, which say the same: without hidden rows and columns that no row
 * needs, with notes on headings, and lists of what the place has.
 *
 * @param workbooks files by their names within the edition
 * @param before the edition as it was
 * @param after the edition as it is
 */
public record UpgradedEdition(Map<String, byte[]> workbooks, CheckedEdition before, CheckedEdition after) {

  /**
   * Writes the workbooks of an edition anew.
   *
   * @param sources its files; it must be sound
   * @throws IOException if a workbook cannot be read, or would say something else
   */
  public static UpgradedEdition of(EditionSources sources) throws IOException {
    CheckedEdition before = EditionChecker.check(sources);
    Offered offered = Offered.of(sources.workbooks().values());
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (Map.Entry<String, byte[]> workbook : sources.workbooks().entrySet()) {
      workbooks.put(workbook.getKey(), OpenWorkbook.of(workbook.getValue(), offered));
    }
    CheckedEdition after = EditionChecker.check(new EditionSources(sources.name(), sources.rules(), workbooks));
    EditionChanges changes = EditionComparison.of(before, after);
    if (!changes.isEmpty()) {
      throw new IOException("the workbooks would say something else: " + changes.sheets().get(0).sheet());
    }
    return new UpgradedEdition(workbooks, before, after);
  }
}
