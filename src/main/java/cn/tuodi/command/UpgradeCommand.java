package cn.tuodi.command;

import cn.tuodi.desk.start.UpgradedEdition;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes workbooks of earlier programs anew as open sheets; what they decide stays the same. */
@Command(name = "upgrade", mixinStandardHelpOptions = true, description = {
    "把早先的工作簿改写为开放的表：没有隐藏的行，只留用到的列，列标题带批注；核定结果不变。",
    "Writes workbooks of earlier programs anew: no hidden rows, only the columns that are used, notes on headings."})
final class UpgradeCommand implements Callable<Integer> {

  @Mixin
  private LanguageOption speaking;

  @Spec
  private CommandSpec spec;

  @Option(names = "--rules", paramLabel = "FOLDER", description = {"规则目录；缺省用程序自带的规则",
      "folder of rules; by default those of the application"})
  private Path rules;

  @Option(names = "--to", paramLabel = "FOLDER", description = {"写到哪个文件夹下；缺省改写原文件",
      "folder below which it is written; by default the files themselves are replaced"})
  private Path to;

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = {"决策表文件夹或版本文件夹",
      "folder of tables, or of an edition"})
  private List<Path> folders;

  @Override
  public Integer call() throws IOException {
    int code = Commands.SOUND;
    for (Path folder : folders) {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw new IOException(speaking.language().text("command.is-no-folder", folder));
      }
      for (EditionSources sources : TableSources.of(List.of(real), rules)) {
        code = Math.max(code, upgrade(sources, tables(real, sources.name())));
      }
    }
    return code;
  }

  /** The folder of tables that a folder of an edition, of a region or of tables is or lies in. */
  private static Path tables(Path folder, String edition) {
    Path region = Path.of(edition).getParent();
    return folder.endsWith(edition) ? folder.getParent().getParent()
        : folder.endsWith(region) ? folder.getParent() : folder;
  }

  private int upgrade(EditionSources sources, Path tables) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      int written = 0;
      for (Map.Entry<String, byte[]> workbook : UpgradedEdition.of(sources).workbooks().entrySet()) {
        Path file = (to == null ? tables : to).resolve(sources.name()).resolve(workbook.getKey());
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), workbook.getValue())) {
          Files.createDirectories(file.getParent());
          Files.write(file, workbook.getValue());
          written++;
        }
      }
      out.println(speaking.language().text("command.workbooks-written-anew", sources.name(), written));
      return Commands.SOUND;
    } catch (InvalidEdition e) {
      e.findings().forEach(finding -> out.println(FindingLine.of(sources.name(), finding, speaking.language())));
      return Commands.FOUND;
    }
  }
}
