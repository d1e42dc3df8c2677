package cn.tuodi.command;

import cn.tuodi.desk.SameFindings;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.start.BlankEdition;
import cn.tuodi.desk.start.BlankSheet;
import cn.tuodi.desk.start.NewEdition;
import cn.tuodi.desk.start.NewEditionOrder;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the workbooks of another year or place from those of an edition that there is, or blank ones. */
@Command(name = "new", mixinStandardHelpOptions = true, description = {"新建一个年度或地区的工作簿：以一个版本为底稿，或从空白开始。",
    "Makes the workbooks of a year or place: from those of an edition, or blank ones."})
final class NewCommand implements Callable<Integer> {

  private static final String NO_SHEETS = "none";

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "REGION/YEAR", description = {"新版本，例如 guizhou/2024", "the new edition"})
  private String edition;

  @Option(names = "--like", paramLabel = "EDITION", description = {
      "底稿：版本（guizhou/2023）或版本文件夹", "what it is made from: an edition, or its folder"})
  private String like;

  @Option(names = "--sheets", paramLabel = "SHEETS", split = "[,、]", description = {
      "不用底稿：空白工作簿，另要哪些表（逗号分隔，或 none）", "without another: blank workbooks, and which sheets besides (or none)"})
  private List<String> chosen;

  @Option(names = "--from", paramLabel = "DATE", description = {"生效日期，缺省为该年 1 月 1 日",
      "its first day, by default the first of January of its year"})
  private LocalDate from;

  @Option(names = "--area", paramLabel = "CODE", description = {"另一地区的行政区划代码（六位）",
      "six-digit code of the area of another place"})
  private String area;

  @Option(names = "--name", description = {"名称", "its name in Chinese"})
  private String name;

  @Option(names = "--name-en", description = {"英文名称", "its name in English"})
  private String nameEn;

  @Option(names = "--rules", paramLabel = "FOLDER", description = {"规则文件夹；默认为底稿旁的 rules",
      "folder of rules; by default the rules beside the tables"})
  private Path rules;

  @Option(names = "--to", paramLabel = "FOLDER", defaultValue = "decision-tables", description = {
      "写到哪个文件夹下，缺省 ${DEFAULT-VALUE}", "folder below which it is written, by default ${DEFAULT-VALUE}"})
  private Path to;

  @Override
  public Integer call() throws IOException {
    EditionId id = EditionId.parsed(edition)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "guizhou/2024: <地区>/<年度> / <region>/<year>"));
    Path folder = to.resolve(id.region()).resolve(Integer.toString(id.year()));
    if (Files.exists(folder)) {
      throw new IOException(speaking.language().text("command.is-there-already", folder));
    }
    NewEditionOrder order =
        new NewEditionOrder(id, from == null ? LocalDate.of(id.year(), 1, 1) : from, area, name, nameEn);
    Map<String, String> written = ApplicationFiles.load().rules(id);
    List<EditionSources> known = like == null ? List.of() : List.of(likeness(id));
    NewEdition made = known.isEmpty() ? blank(order) : NewEdition.of(known.get(0), order, written);
    for (Map.Entry<String, byte[]> workbook : made.workbooks().entrySet()) {
      Path file = folder.resolve(workbook.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, workbook.getValue());
    }
    return told(new EditionSources(id.toString(), written, made.workbooks()), made, folder, known);
  }

  /** Workbooks with the sheets that every edition needs, and those that were chosen. */
  private NewEdition blank(NewEditionOrder order) throws IOException {
    if (chosen == null) {
      throw new ParameterException(spec.commandLine(), speaking.language().text("command.state-like-or-sheets"));
    }
    if (area == null) {
      throw new ParameterException(spec.commandLine(), speaking.language().text("command.state-the-area-code"));
    }
    Set<String> wanted = new TreeSet<>(chosen);
    wanted.remove(NO_SHEETS);
    List<String> offered = BlankSheet.offered().stream().map(BlankSheet::name).toList();
    for (String sheet : wanted) {
      if (!offered.contains(sheet)) {
        boolean always = BlankSheet.ALL.stream().anyMatch(made -> made.name().equals(sheet));
        throw new ParameterException(spec.commandLine(),
            speaking.language().text(always ? "command.sheet-is-always-made" : "command.no-such-sheet", sheet,
                String.join(speaking.language().text("language.list-comma"), offered)));
      }
    }
    return new NewEdition(BlankEdition.of(order, wanted), List.of());
  }

  /** The files of what it is made from. Another place needs a code of its own. */
  private EditionSources likeness(EditionId id) {
    try {
      EditionSources sources = new EditionArgument(rules).sources(like);
      boolean samePlace =
          EditionId.parsed(sources.name()).filter(other -> other.region().equals(id.region())).isPresent();
      if (!samePlace && area == null) {
        throw new ParameterException(spec.commandLine(), speaking.language().text("command.state-the-area-code"));
      }
      return sources;
    } catch (EditionArgument.Unknown e) {
      throw new ParameterException(spec.commandLine(),
          speaking.language().text("command.no-edition-and-no-folder", e.getMessage()), e);
    }
  }

  /** What was made, what was left out, and what is wrong with it. */
  private Integer told(EditionSources sources, NewEdition made, Path folder,
      List<EditionSources> known) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(speaking.language().text("command.workbooks-written-to", made.workbooks().size(), folder));
    made.dropped().forEach(dropped -> out.println(dropped.in(speaking.language())));
    try {
      List<Finding> questions = Questions.of(ApplicationFiles.load().compiled(sources).checked(), known);
      out.println(questions.isEmpty() ? speaking.language().text("command.nothing-found", sources.name())
          : sources.name() + ": " + FindingLine.toConfirm(questions.size(), speaking.language()));
      tell(sources, questions, out);
      return Commands.SOUND;
    } catch (InvalidEdition e) {
      tell(sources, e.findings(), out);
      return Commands.FOUND;
    }
  }

  private void tell(EditionSources sources, List<Finding> findings, PrintWriter out) {
    SameFindings.once(findings)
        .forEach(finding -> out.println(FindingLine.of(sources.name(), finding, speaking.language())));
  }
}
