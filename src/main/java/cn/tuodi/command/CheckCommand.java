package cn.tuodi.command;

import cn.tuodi.edition.EditionSources;
import cn.tuodi.edition.InvalidEdition;
import cn.tuodi.store.ApplicationFiles;
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
import picocli.CommandLine.ParameterException;
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

  @Option(names = "--edition", paramLabel = "REGION/YEAR", description = {
      "单独的工作簿属于哪个版本，例如 guangxi/2022；文件名与原表相同，几个一起检查",
      "the edition of workbooks that lie anywhere, named like those they replace and checked together"})
  private String edition;

  @Option(names = "--table", paramLabel = "REGION/YEAR/WORKBOOK", description = {
      "单独的一个工作簿代表哪个表，例如 guangxi/2022/medical-assistance.xlsx；文件名不限",
      "the table that a workbook of any name stands for"})
  private String table;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = {
      "决策表文件夹、版本文件夹，或工作簿：放在 …/<地区>/<年度>/<工作簿>.xlsx，或加 --edition、--table",
      "folder of tables, of an edition, or workbooks: lying like that, or with --edition or --table"})
  private List<Path> paths;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    int found = 0;
    for (EditionSources sources : sources()) {
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

  private List<EditionSources> sources() throws IOException {
    if (edition == null && table == null) {
      return TableSources.of(paths, rules);
    }
    if (edition != null && table != null || table != null && paths.size() > 1) {
      throw new ParameterException(spec.commandLine(), speaking.language().of(
          "--table 用于一个工作簿，--edition 用于同一版本的一个或几个，两者选一",
          "--table is for one workbook, --edition for one or several: state one of "
              + "them"));
    }
    if (rules != null) {
      throw new ParameterException(spec.commandLine(), speaking.language().of("--rules 用于文件夹，不与 --edition、--table 合用",
          "--rules is for folders, not for --edition or --table"));
    }
    return List.of(table == null ? TableSources.ofEdition(edition, paths) : TableSources.ofTable(table, paths.get(0)));
  }

  private static List<Finding> findings(EditionSources sources) {
    try {
      ApplicationFiles.load().compiled(sources);
      return List.of();
    } catch (InvalidEdition e) {
      return e.findings();
    }
  }
}
