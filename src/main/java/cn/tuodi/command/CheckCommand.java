package cn.tuodi.command;

import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionSources;
import cn.tuodi.edition.InvalidEdition;
import cn.tuodi.table.Finding;
import cn.tuodi.wire.ClaimView;
import cn.tuodi.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks decision tables without touching what is in force. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {"检查决策表，逐项列出问题。",
    "Checks decision tables and lists what is found."})
final class CheckCommand implements Callable<Integer> {

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Option(names = "--rules", paramLabel = "FOLDER", description = {"规则目录；缺省用程序自带的规则",
      "folder of rules; by default those of the application"})
  private Path rules;

  @Option(names = "--examples", description = {"空缺和重叠各附一张会遇到它的单据（JSON）",
      "with every gap and overlap, a claim that would meet it (JSON)"})
  private boolean examples;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = {
      "决策表文件夹、版本文件夹或工作簿（…/<地区>/<年度>/<工作簿>.xlsx）", "folder of tables, of an edition, or a workbook"})
  private List<Path> paths;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    int found = 0;
    for (EditionSources sources : TableSources.of(paths, rules)) {
      List<Finding> findings = findings(sources);
      found += findings.size();
      for (Finding finding : findings) {
        out.println(FindingLine.of(sources.name(), finding, speaking.language()));
        if (examples && finding.example() != null) {
          out.println("  " + new String(Json.bytes(ClaimView.of(finding.example())), StandardCharsets.UTF_8));
        }
      }
      if (findings.isEmpty()) {
        out.println(sources.name() + ": " + speaking.language().of("没有问题", "nothing found"));
      }
    }
    return found == 0 ? Commands.SOUND : Commands.FOUND;
  }

  private static List<Finding> findings(EditionSources sources) {
    try {
      EditionChecker.check(sources);
      return List.of();
    } catch (InvalidEdition e) {
      return e.findings();
    }
  }
}
