package cn.tuodi.edition.source;

import cn.tuodi.table.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The sources of an edition are not sound; nothing was compiled. */
public final class InvalidEdition extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  public InvalidEdition(String edition, List<Finding> findings) {
    super(edition + ": " + findings.size() + " finding(s)\n"
        + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** What is wrong, in the order found. */
  public List<Finding> findings() {
    return findings;
  }
}
