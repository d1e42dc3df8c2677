package cn.tuodi.command;

import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.desk.Predecessor;
import cn.tuodi.desk.SameFindings;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.Omissions;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.json.Json;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<EditionSources> all = sources();
    for (EditionSources sources : all) {
      List<Finding> findings = new ArrayList<>();
      Optional<CheckedEdition> sound = checked(sources, findings);
      found += findings.size();
      sound.ifPresent(edition -> findings.addAll(Omissions.of(before(edition, all), edition)));
      if (sound.isPresent() && !findings.isEmpty()) {
        out.println(sources.name() + ": " + FindingLine.toConfirm(findings.size(), speaking.language()));
      }
      for (Finding finding : SameFindings.once(findings)) {
        out.println(FindingLine.of(sources.name(), finding, speaking.language()));
        if (examples && finding.example() != null) {
          out.println("  " + new String(Json.bytes(ClaimView.of(finding.example())), StandardCharsets.UTF_8));
        }
      }
      if (findings.isEmpty()) {
        out.println(speaking.language().text("command.nothing-found", sources.name()));
      }
    }
    return found == 0 ? Commands.SOUND : Commands.FOUND;
  }

  private List<EditionSources> sources() throws IOException {
    if (edition == null && table == null) {
      return TableSources.of(paths, rules);
    }
    if (edition != null && table != null || table != null && paths.size() > 1) {
      throw new ParameterException(spec.commandLine(),
          speaking.language().text("command.table-is-for-one-workbook-edition"));
    }
    if (rules != null) {
      throw new ParameterException(spec.commandLine(),
          speaking.language().text("command.rules-is-for-folders-not-for"));
    }
    return List.of(table == null ? TableSources.ofEdition(edition, paths) : TableSources.ofTable(table, paths.get(0)));
  }

  private static Optional<CheckedEdition> checked(EditionSources sources, List<Finding> findings) {
    try {
      return Optional.of(ApplicationFiles.load().compiled(sources).checked());
    } catch (InvalidEdition e) {
      findings.addAll(e.findings());
      return Optional.empty();
    }
  }

  /** What the edition follows: the same as the application has it, or the latest year before of those known. */
  private static Optional<EditionSources> before(CheckedEdition edition, List<EditionSources> all) {
    EditionId id = edition.description().id();
    ApplicationFiles application = ApplicationFiles.load();
    Map<EditionId, EditionSources> known = new HashMap<>();
    all.forEach(sources -> EditionId.parsed(sources.name()).ifPresent(other -> known.put(other, sources)));
    application.editions().forEach(other -> known.putIfAbsent(other, application.of(other)));
    return application.editions().contains(id) ? Optional.of(application.of(id))
        : Predecessor.of(id, known.keySet()).map(known::get);
  }
}
