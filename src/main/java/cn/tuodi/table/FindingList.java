package cn.tuodi.table;

import cn.tuodi.language.Message;
import java.util.Collection;

/** What is found in one workbook: as much as anybody can use, and how much more there is. */
final class FindingList {

  private static final int MAX_FINDINGS = 500;

  private final String file;
  private final Collection<Finding> findings;
  private int found;
  private int more;

  /**
   * A list that adds to another.
   *
   * @param file file name
   * @param findings where to write what is found
   */
  FindingList(String file, Collection<Finding> findings) {
    this.file = file;
    this.findings = findings;
  }

  void add(Finding finding) {
    if (found < MAX_FINDINGS) {
      found++;
      findings.add(finding);
    } else {
      more++;
    }
  }

  /** Counts what is not told one by one. */
  void more(int count) {
    more += count;
  }

  /** Says how much more there is. */
  void finish() {
    if (more > 0) {
      findings.add(Finding.ofFile(file, Message.of("table.and-more-correct-these-then-check", more)));
    }
  }
}
