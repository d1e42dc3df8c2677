package cn.tuodi.wire;

import cn.tuodi.table.Finding;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something malformed in a request.
 *
 * @param pointer JSON pointer into the request; for a query parameter its name after a slash
 * @param message what is wrong and what is wanted, in the caller's language
 */
public record Violation(String pointer, String message) {

  /** A finding in a workbook or a rule; its pointer is file, sheet and cell. */
  public static Violation of(Finding finding, Language language) {
    return new Violation(
        Stream.of(finding.file(), finding.sheet(), finding.cell()).filter(Objects::nonNull)
            .map(part -> part.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining("/", "/", "")),
        language.of(finding.zh(), finding.en()));
  }
}
