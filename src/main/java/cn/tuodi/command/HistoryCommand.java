package cn.tuodi.command;

import cn.tuodi.edition.EditionId;
import cn.tuodi.store.History;
import cn.tuodi.store.Publication;
import cn.tuodi.store.TableName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists what was published. */
@Command(name = "history", mixinStandardHelpOptions = true, description = {"列出发布历史，最近的在前。",
    "Lists what was published, the last first."})
final class HistoryCommand implements Callable<Integer> {

  @Mixin
  private StoreOption storing;

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Option(names = "--edition", paramLabel = "REGION/YEAR", description = {"只列一个版本", "of one edition only"})
  private String edition;

  @Override
  public Integer call() {
    History history = storing.history();
    history.damaged().forEach(file -> spec.commandLine().getErr()
        .println(file.finding().file() + ": " + speaking.language().of(file.finding().zh(), file.finding().en())));
    List<History.Entry> entries = edition == null ? history.all() : history.of(id());
    for (History.Entry entry : entries) {
      Publication made = entry.publication();
      spec.commandLine().getOut().println(made.number() + "\t" + made.edition() + "\t" + state(entry.place()) + "\t"
          + made.effectiveFrom() + "\t" + made.by() + "\t" + made.reason() + "\t" + made.hashBefore() + " -> "
          + made.hashAfter()
          + (made.again() == null ? "" : "\t" + speaking.language().of("恢复 ", "again ") + made.again()));
    }
    return Commands.SOUND;
  }

  private EditionId id() {
    return TableName.edition(edition)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "--edition guangxi/2022"));
  }

  private String state(History.Place place) {
    return switch (place) {
      case IN_FORCE -> speaking.language().of("生效中", "in force");
      case PENDING -> speaking.language().of("待生效", "pending");
      case PAST -> speaking.language().of("曾生效", "past");
      case NEVER -> speaking.language().of("未生效", "never");
    };
  }
}
