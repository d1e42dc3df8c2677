package cn.tuodi.command;

import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.desk.SameFindings;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.inforce.Overlap;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.json.Json;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    List<EditionSources> all = sources();
    List<Checked> checked = all.stream().map(CheckCommand::checked).toList();
    findOverlaps(checked);
    int found = 0;
    for (Checked edition : checked) {
      found += edition.findings().size();
      tell(edition, all);
    }
    return found == 0 ? Commands.SOUND : Commands.FOUND;
  }

  /** What is wrong with an edition, or else what is to be confirmed. */
  private void tell(Checked edition, List<EditionSources> all) {
    PrintWriter out = spec.commandLine().getOut();
    String name = edition.sources().name();
    List<Finding> findings = new ArrayList<>(edition.findings());
    edition.sound().ifPresent(sound -> findings.addAll(Questions.of(sound, all)));
    if (edition.findings().isEmpty() && !findings.isEmpty()) {
      out.println(name + ": " + FindingLine.toConfirm(findings.size(), speaking.language()));
    }
    for (Finding finding : SameFindings.once(findings)) {
      out.println(FindingLine.of(name, finding, speaking.language()));
      if (examples && finding.example() != null) {
        out.println("  " + new String(Json.bytes(ClaimView.of(finding.example())), StandardCharsets.UTF_8));
      }
    }
    if (findings.isEmpty()) {
      out.println(speaking.language().text("command.nothing-found", name));
    }
  }

  /** Two editions that would answer for the same place on the same day are told at the later one. */
  private static void findOverlaps(List<Checked> checked) {
    List<Edition> earlier = new ArrayList<>();
    for (Checked one : checked) {
      if (one.sound().isPresent()) {
        Edition edition = new Edition(one.sound().get().description(), null);
        one.findings().addAll(Overlap.of(edition, earlier));
        earlier.add(edition);
      }
    }
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

  private static Checked checked(EditionSources sources) {
    try {
      return new Checked(sources, Optional.of(ApplicationFiles.load().compiled(sources).checked()), new ArrayList<>());
    } catch (InvalidEdition e) {
      return new Checked(sources, Optional.empty(), new ArrayList<>(e.findings()));
    }
  }

  /**
   * An edition that was checked.
   *
   * @param sources its files
   * @param sound what they hold, or empty where something is wrong with them
   * @param findings what is wrong
   */
  private record Checked(EditionSources sources, Optional<CheckedEdition> sound, List<Finding> findings) {}
}
