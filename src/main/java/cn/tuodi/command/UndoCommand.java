package cn.tuodi.command;

import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.record.Publication;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts an earlier version back in force. */
@Command(name = "undo", mixinStandardHelpOptions = true, description = {"退回任一早先版本，立即启用。",
    "Puts any earlier version back in force, at once."})
final class UndoCommand implements Callable<Integer> {

  @Mixin
  private StoreOption storing;

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Option(names = "--edition", required = true, paramLabel = "REGION/YEAR", description = {"版本，例如 guangxi/2022",
      "the edition"})
  private String edition;

  @Option(names = "--to", required = true, paramLabel = "NUMBER", description = {"退回到第几次发布，0 为程序和目录中的内容",
      "number of the publication, 0 for what application and directory hold"})
  private int version;

  @Option(names = "--reason", required = true, description = {"发布依据（文号）", "why"})
  private String reason;

  @Option(names = "--by", defaultValue = "${sys:user.name}", description = {"操作人，缺省为系统用户",
      "who undoes; by default the user of the system"})
  private String by;

  @Override
  public Integer call() {
    Publication made = storing.publisher().again(TableName.edition(edition)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "--edition guangxi/2022")), version, null,
        new Publisher.Order(by, reason, null, null));
    spec.commandLine().getOut().println(
        speaking.language().text("command.back-in-force-as-number-2", made.number(), made.edition(), made.hashAfter()));
    return Commands.SOUND;
  }
}
