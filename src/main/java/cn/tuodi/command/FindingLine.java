package cn.tuodi.command;

import cn.tuodi.language.Language;
import cn.tuodi.table.Finding;

/** A finding as one line of text. */
final class FindingLine {

  private FindingLine() {}

  /** What stands before findings that are to be confirmed and do not keep an edition from being published. */
  static String toConfirm(int number, Language language) {
    return language.text("command.nothing-has-to-be-corrected-confirm", number);
  }

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
