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

  @Option(names = "--edition", paramLabel = "REGION/YEAR", description = {"版本，例如 guangxi/2022；与工作簿一起用",
      "the edition, with workbooks"})
  private String edition;

  @Option(names = "--draft", paramLabel = "ID", description = {"发布已有的草稿，代替工作簿",
      "publishes a draft that is there, instead of workbooks"})
  private String existing;

  @Option(names = "--keep", description = {"只存为草稿并写出编号，由另一人用 --draft 发布",
      "only keeps a draft and tells its id; another person publishes it with --draft"})
  private boolean keeping;

  @Option(names = "--reason", description = {"发布依据（文号）；只存草稿时不用写",
      "why, such as the number of the document; not needed to keep a draft"})
  private String reason;

  @Option(names = "--by", defaultValue = "${sys:user.name}", description = {"操作人，缺省为系统用户",
      "who publishes; by default the user of the system"})
  private String by;

  @Option(names = "--from", paramLabel = "TIME", description = {"启用时间，例如 2026-12-01T00:00:00+08:00；缺省立即启用",
      "from when; at once by default"})
  private OffsetDateTime from;

  @Option(names = "--past-reason", description = {"更改已过就医日期的理由；会改变已过的就医日期时必填",
      "why days of service that are past are to change; needed where any would"})
  private String pastReason;

  @Parameters(arity = "0..*", paramLabel = "WORKBOOK", description = {"工作簿，文件名与原表相同",
      "workbooks, named like those they replace"})
  private List<Path> workbooks;

  @Override
  public Integer call() throws IOException {
    requireUse();
    Desk desk = storing.desk();
    return existing == null ? made(desk) : published(desk.work().viewed(existing));
  }

  private void requireUse() {
    if ((existing == null) == (workbooks == null || workbooks.isEmpty()) || existing != null && keeping
        || !keeping && reason == null || existing == null && edition == null) {
      throw new ParameterException(spec.commandLine(), speaking.language().text("command.state-workbooks-or-a-draft"));
    }
  }

  /** Makes a draft of workbooks, which is published or kept; one that is neither is deleted. */
  private Integer made(Desk desk) throws IOException {
    EditionId id = TableName.edition(edition)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "--edition guangxi/2022"));
    Draft draft = draft(desk, id);
    if (keeping) {
      tell(draft);
      spec.commandLine().getOut().println(speaking.language().text("command.kept-as-draft", draft.id()));
      return draft.isSound() ? Commands.SOUND : Commands.FOUND;
    }
    if (!draft.isSound()) {
      tell(draft);
      desk.discard(draft.id());
      return Commands.FOUND;
    }
    try {
      return published(draft);
    } catch (RuntimeException e) {
      desk.discard(draft.id());
      throw e;
    }
  }

  private Integer published(Draft draft) {
    tell(draft);
    Publication made = storing.publisher().publish(draft.id(), draft.changedAt(),
        new Publisher.Order(by, reason, from == null ? null : from.toInstant(), pastReason));
    spec.commandLine().getOut().println(
        speaking.language().text("command.published-as-number", made.number(), made.edition(), made.hashAfter()));
    return Commands.SOUND;
  }

  private void tell(Draft draft) {
    PrintWriter out = spec.commandLine().getOut();
    if (draft.isSound() && !draft.findings().isEmpty()) {
      out.println(FindingLine.toConfirm(draft.findings().size(), speaking.language()));
    }
    for (Finding finding : draft.findings()) {
      out.println(FindingLine.of(draft.edition().toString(), finding, speaking.language()));
    }
  }

  private Draft draft(Desk desk, EditionId id) throws IOException {
    Draft draft = null;
    for (Path workbook : workbooks) {
      TableName name =
          TableName.of(id + "/" + workbook.getFileName()).orElseThrow(() -> TableSources.misnamed(workbook));
      byte[] content = Files.readAllBytes(workbook);
      draft = draft == null ? desk.begin(name, content, by, null)
          : desk.work().put(draft.id(), name.workbook(), content, by, null);
    }
    return draft;
  }
}
