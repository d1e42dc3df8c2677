package cn.tuodi.command;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.ChangesMarkdown;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Compares two editions. Exit code 0 where nothing differs, 1 where something does, 2 where they cannot be compared.
 */
@Command(name = "diff", description = "对比两个政策版本 / compare two editions of policy", mixinStandardHelpOptions = true, exitCodeListHeading = "%n退出码 / exit codes:%n", exitCodeList = {
    "0:没有差别 / nothing differs", "1:有差别 / something differs", "2:无法对比 / cannot be compared"})
public final class DiffCommand implements Callable<Integer> {

  /** How a comparison is written. */
  public enum Form {
    MARKDOWN,
    JSON
  }

  @Parameters(index = "0", paramLabel = "FROM", description = "版本（guangxi/2021）或版本文件夹 / an edition such as guangxi/2021, or its folder")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "同上 / the same")
  private String to;

  @Option(names = "--rules", paramLabel = "FOLDER", description = "规则文件夹；默认为表格文件夹旁的 rules / folder of rules; by default the rules beside the tables")
  private Path rules;

  @Option(names = "--form", defaultValue = "MARKDOWN", description = "${COMPLETION-CANDIDATES}，默认 / default ${DEFAULT-VALUE}")
  private Form form;

  @Option(names = "--language", defaultValue = "ZH", description = "${COMPLETION-CANDIDATES}，默认 / default ${DEFAULT-VALUE}")
  private Language language;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      EditionArgument editions = new EditionArgument(rules);
      CheckedEdition before = EditionChecker.check(editions.sources(from));
      CheckedEdition after = EditionChecker.check(editions.sources(to));
      EditionChanges changes = EditionComparison.of(before, after);
      PrintWriter out = spec.commandLine().getOut();
      out.println(form == Form.JSON
          ? new String(Json.bytes(ChangesJson.of(changes, language)), StandardCharsets.UTF_8)
          : ChangesMarkdown.of(changes, language));
      out.flush();
      return changes.isEmpty() ? 0 : 1;
    } catch (InvalidEdition e) {
      errors.println(e.getMessage());
    } catch (EditionArgument.Unknown e) {
      errors.println(language.text("command.no-edition-and-no-folder", e.getMessage()));
    }
    errors.flush();
    return 2;
  }
}
