package cn.tuodi.command;

import cn.tuodi.desk.AuditLine;
import cn.tuodi.desk.History;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.record.Head;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists, exports and verifies what was published. */
@Command(name = "history", mixinStandardHelpOptions = true, description = {"列出发布历史，最近的在前；或导出、核验全部历史。",
    "Lists what was published, the last first; or exports or verifies the whole history."})
final class HistoryCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In which form the history is written. */
  enum Format {
    /** To be read. */
    TEXT,
    /** Everything, for spreadsheet programs. */
    CSV,
    /** Everything, for programs. */
    NDJSON
  }

  @Mixin
  private StoreOption storing;

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Option(names = "--edition", paramLabel = "REGION/YEAR", description = {"只列一个版本", "of one edition only"})
  private String edition;

  @Option(names = "--format", defaultValue = "TEXT", paramLabel = "text|csv|ndjson", description = {
      "csv 和 ndjson 导出全部历史，供审计", "csv and ndjson export the whole history for auditors"})
  private Format format;

  @Option(names = "--verify", description = {"核验全部记录及其工作簿；有缺失或改动时退出码为 1",
      "verifies all records and their workbooks; exit code 1 where anything is missing or altered"})
  private boolean verifying;

  @Option(names = "--against", paramLabel = "FILE.ndjson", description = {"核验时与早先的导出比较",
      "compares with an earlier export when verifying"})
  private Path against;

  @Option(names = "--accept-loss", description = {"把缺失的记录登记为无法恢复，此后历史不再包含它们",
      "puts on record that what is missing is lost for good; the history goes on without it"})
  private boolean accepting;

  @Option(names = "--by", defaultValue = "${sys:user.name}", description = {"登记人，缺省为系统用户",
      "who accepts a loss; by default the user of the system"})
  private String by;

  @Option(names = "--reason", description = {"登记理由", "why a loss is accepted"})
  private String reason;

  @Override
  public Integer call() throws IOException {
    History history = storing.history();
    if (accepting) {
      return accept(history);
    }
    if (verifying) {
      return verify(history);
    }
    List<AuditLine> lines =
        format == Format.TEXT ? List.of() : history.audit().stream().map(AuditLine::of).filter(this::isAsked).toList();
    switch (format) {
      case TEXT -> list(history);
      case CSV -> write(AuditLine.csv(lines));
      case NDJSON -> write(AuditLine.json(lines));
    }
    return Commands.SOUND;
  }

  private void write(byte[] content) {
    spec.commandLine().getOut().print(new String(content, StandardCharsets.UTF_8));
  }

  private boolean isAsked(AuditLine line) {
    return edition == null || line.edition() == null || line.edition().equals(id().toString());
  }

  private Integer accept(History history) {
    if (reason == null || reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--accept-loss --reason …");
    }
    Set<Integer> numbers = history.acceptLoss(by, reason);
    spec.commandLine().getOut()
        .println(speaking.language().text("command.on-record-as-lost-for-good", numbers));
    return Commands.SOUND;
  }

  private Integer verify(History history) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = history.verify();
    findings.forEach(
        finding -> out.println(finding.file() + ": " + speaking.language().of(finding.zh(), finding.en())));
    boolean differs = against != null && differs(history);
    if (findings.isEmpty() && !differs) {
      out.println(speaking.language().text("command.the-history-is-whole-the-last",
          history.end().map(Head::toString).orElse("0")));
      return Commands.SOUND;
    }
    return Commands.FOUND;
  }

  private boolean differs(History history) throws IOException {
    Map<Integer, AuditLine> now =
        history.audit().stream().map(AuditLine::of).collect(Collectors.toMap(AuditLine::number, Function.identity()));
    boolean differs = false;
    for (String line : Files.readAllLines(against)) {
      JsonNode before = line.isBlank() ? null : JSON.readTree(line);
      if (before != null && before.hasNonNull("recordHash")) {
        AuditLine there = now.get(before.get("number").asInt());
        if (there == null || !before.get("recordHash").asText().equals(there.recordHash())) {
          differs = true;
          spec.commandLine().getOut()
              .println(speaking.language().text("command.this-publication-was-there-when-that", before.get("number")));
        }
      }
    }
    return differs;
  }

  private void list(History history) {
    history.damaged().forEach(file -> spec.commandLine().getErr()
        .println(file.finding().file() + ": " + speaking.language().of(file.finding().zh(), file.finding().en())));
    List<PublicationEntry> entries = edition == null ? history.all() : history.of(id());
    for (PublicationEntry entry : entries) {
      Publication made = entry.publication();
      spec.commandLine().getOut().println(made.number() + "\t" + made.edition() + "\t" + state(entry.place()) + "\t"
          + made.effectiveFrom() + "\t" + made.by() + "\t" + made.reason() + "\t" + made.hashBefore() + " -> "
          + made.hashAfter()
          + (made.again() == null ? "" : speaking.language().text("command.back-to", made.again())));
    }
  }

  private EditionId id() {
    return TableName.edition(edition)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "--edition guangxi/2022"));
  }

  private String state(PublicationState place) {
    return switch (place) {
      case IN_FORCE -> speaking.language().text("command.in-force");
      case PENDING -> speaking.language().text("command.pending");
      case PAST -> speaking.language().text("command.past-2");
      case WITHDRAWN -> speaking.language().text("command.withdrawn");
      case NEVER -> speaking.language().text("command.never-2");
    };
  }
}
