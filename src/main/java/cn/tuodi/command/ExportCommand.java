package cn.tuodi.command;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RuleTable;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.TableLayout;
import cn.tuodi.table.writing.NativeTableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what the engine compiles of an edition: each sheet as a native decision table and as DRL, and the written rules. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
    "导出一个版本交给规则引擎编译的内容：每张表的 Drools 原生决策表和 DRL，以及规则文件，供审计和其他 KIE 工具使用。",
    "Writes what the engine compiles of an edition, for auditors and other KIE tools: native tables and DRL."})
final class ExportCommand implements Callable<Integer> {

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EDITION", description = {"版本（guizhou/2023）或版本文件夹",
      "an edition such as guizhou/2023, or its folder"})
  private String edition;

  @Option(names = "--to", required = true, paramLabel = "FOLDER", description = {"写到哪个文件夹下",
      "folder below which it is written"})
  private Path to;

  @Option(names = "--rules", paramLabel = "FOLDER", description = {"规则文件夹；默认为表格文件夹旁的 rules",
      "folder of rules; by default the rules beside the tables"})
  private Path rules;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      EditionSources sources = new EditionArgument(rules).sources(edition);
      Map<String, byte[]> files = files(EditionChecker.check(sources));
      Path folder = to.resolve(sources.name());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      out.println(speaking.language().text("command.files-written-to", files.size(), folder));
      return Commands.SOUND;
    } catch (EditionArgument.Unknown e) {
      throw new ParameterException(spec.commandLine(),
          speaking.language().text("command.no-edition-and-no-folder", e.getMessage()), e);
    } catch (InvalidEdition e) {
      e.findings().forEach(finding -> out.println(FindingLine.of(edition, finding, speaking.language())));
      return Commands.FOUND;
    }
  }

  /** Rules as the engine compiles them, and beside those of a sheet its native table. */
  private static Map<String, byte[]> files(CheckedEdition edition) {
    Map<String, byte[]> files = new TreeMap<>();
    edition.rules().forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
    for (TableLayout layout : Layouts.ALL) {
      Optional<Sheet> sheet =
          edition.sheets().stream().filter(one -> one.name().equals(layout.sheet())).findFirst();
      sheet.ifPresent(one -> RuleTable.of(layout, one).forEach(
          table -> files.put("tables/" + table.topic() + ".xlsx", NativeTableFile.of(table.named()))));
    }
    return files;
  }
}
