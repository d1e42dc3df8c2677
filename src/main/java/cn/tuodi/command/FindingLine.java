package cn.tuodi.command;

import cn.tuodi.table.Finding;
import cn.tuodi.wire.Language;

/** A finding as one line of text. */
final class FindingLine {

  private FindingLine() {}

  static String of(String edition, Finding finding, Language language) {
    StringBuilder line = new StringBuilder();
    if (!finding.file().startsWith(edition)) {
      line.append(edition).append('/');
    }
    line.append(finding.file());
    if (finding.sheet() != null) {
      line.append(" [").append(finding.sheet()).append(']');
    }
    if (finding.cell() != null) {
      line.append(' ').append(finding.cell());
    }
    return line.append(": ").append(language.of(finding.zh(), finding.en())).toString();
  }
}
