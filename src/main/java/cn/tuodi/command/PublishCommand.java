package cn.tuodi.command;

import cn.tuodi.desk.Desk;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks workbooks of an edition and publishes them together. */
@Command(name = "publish", mixinStandardHelpOptions = true, description = {"检查并发布一个版本的工作簿。",
    "Checks workbooks of an edition and publishes them."})
final class PublishCommand implements Callable<Integer> {

  @Mixin
  private StoreOption storing;

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Option(names = "--edition", required = true, paramLabel = "REGION/YEAR", description = {"版本，例如 guangxi/2022",
      "the edition"})
  private String edition;

  @Option(names = "--reason", required = true, description = {"发布依据（文号）", "why, such as the number of the document"})
  private String reason;

  @Option(names = "--by", defaultValue = "${sys:user.name}", description = {"操作人，缺省为系统用户",
      "who publishes; by default the user of the system"})
  private String by;

  @Option(names = "--from", paramLabel = "TIME", description = {"启用时间，例如 2026-12-01T00:00:00+08:00；缺省立即启用",
      "from when; at once by default"})
  private OffsetDateTime from;

  @Parameters(arity = "1..*", paramLabel = "WORKBOOK", description = {"工作簿，文件名与原表相同",
      "workbooks, named like those they replace"})
  private List<Path> workbooks;

  @Override
  public Integer call() throws IOException {
    EditionId id = TableName.edition(edition)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "--edition guangxi/2022"));
    PrintWriter out = spec.commandLine().getOut();
    Desk desk = storing.desk();
    Draft draft = draft(desk, id);
    if (draft.isSound() && !draft.findings().isEmpty()) {
      out.println(FindingLine.toConfirm(draft.findings().size(), speaking.language()));
    }
    for (Finding finding : draft.findings()) {
      out.println(FindingLine.of(edition, finding, speaking.language()));
    }
    if (!draft.isSound()) {
      desk.discard(draft.id());
      return Commands.FOUND;
    }
    try {
      Publication made = storing.publisher().publish(draft.id(),
          new Publisher.Order(by, reason, from == null ? null : from.toInstant()));
      out.println(
          speaking.language().text("command.published-as-number", made.number(), made.edition(), made.hashAfter()));
      return Commands.SOUND;
    } catch (RuntimeException e) {
      desk.discard(draft.id());
      throw e;
    }
  }

  private Draft draft(Desk desk, EditionId id) throws IOException {
    Draft draft = null;
    for (Path workbook : workbooks) {
      TableName name =
          TableName.of(id + "/" + workbook.getFileName()).orElseThrow(() -> TableSources.misnamed(workbook));
      byte[] content = Files.readAllBytes(workbook);
      draft = draft == null ? desk.begin(name, content, by, null) : desk.put(draft.id(), name.workbook(), content);
    }
    return draft;
  }
}
