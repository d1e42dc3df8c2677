package cn.tuodi.command;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The editions that paths on the command line mean. */
final class TableSources {

  private TableSources() {}

  /**
   * The sources of the editions that paths mean: workbooks stand in for their namesakes in the application, those of one
   * edition together, a folder for the edition or the editions in it.
   *
   * @param rules folder of rules, or null for those of the application
   * @throws IOException if a path means nothing
   */
  static List<EditionSources> of(List<Path> paths, Path rules) throws IOException {
    List<EditionSources> sources = new ArrayList<>();
    Map<EditionId, Map<String, byte[]>> workbooks = new TreeMap<>();
    for (Path path : paths) {
      Path real = path.toRealPath();
      if (!Files.isDirectory(real)) {
        TableName name = name(real);
        workbooks.computeIfAbsent(name.edition(), edition -> new TreeMap<>()).put(name.workbook(),
            Files.readAllBytes(real));
      } else if (TableName.edition(last(real, 2)).isPresent()) {
        sources.add(folder(real.getParent().getParent(), last(real, 2), rules));
      } else {
        sources.addAll(folders(real, rules));
      }
    }
    workbooks.forEach((edition, replaced) -> sources.add(replacing(edition, replaced)));
    return sources;
  }

  /** The editions of a folder of tables, or of that of one region. */
  private static List<EditionSources> folders(Path folder, Path rules) throws IOException {
    List<String> names = EditionSources.names(folder);
    Path tables = folder;
    if (names.isEmpty()) {
      tables = folder.getParent();
      names =
          EditionSources.names(tables).stream().filter(name -> name.startsWith(folder.getFileName() + "/")).toList();
    }
    if (names.isEmpty()) {
      throw new IOException(folder + ": 没有政策版本 / holds no edition");
    }
    List<EditionSources> sources = new ArrayList<>();
    for (String edition : names) {
      sources.add(folder(tables, edition, rules));
    }
    return sources;
  }

  private static EditionSources folder(Path tables, String edition, Path rules) throws IOException {
    if (rules != null) {
      return EditionSources.read(rules, tables, edition);
    }
    EditionSources read = EditionSources.read(tables.resolve("none"), tables, edition);
    return new EditionSources(edition, ApplicationFiles.load().rules(TableName.edition(edition).orElseThrow(
        () -> new IOException(edition + ": 不是 <地区>/<年度> / not <region>/<year>"))), read.workbooks());
  }

  private static TableName name(Path workbook) throws IOException {
    return TableName.of(last(workbook, 3)).or(() -> TableName.of(last(workbook, 5)))
        .orElseThrow(() -> unknownTable(workbook));
  }

  private static IOException unknownTable(Path workbook) {
    return new IOException(workbook + ": 不知道是哪个决策表。请放在 <地区>/<年度>/<工作簿>.xlsx 的文件夹中，或加 --table guangxi/2022/"
        + "medical-assistance.xlsx，或（文件名与原表相同时）加 --edition guangxi/2022 / it is not known which table this is: "
        + "put it into folders, <region>/<year>/<workbook>.xlsx, or add --table guangxi/2022/medical-assistance.xlsx, or, "
        + "where it is named like the workbook it replaces, --edition guangxi/2022");
  }

  /**
   * The sources of an edition with workbooks in place of their namesakes.
   *
   * @throws IOException if a file cannot be read, or is not named like a workbook
   */
  static EditionSources ofEdition(String edition, List<Path> files) throws IOException {
    EditionId id = TableName.edition(edition)
        .orElseThrow(() -> new IOException("--edition guangxi/2022: <地区>/<年度> / <region>/<year>"));
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (Path file : files) {
      TableName name = TableName.of(id + "/" + file.getFileName()).orElseThrow(() -> misnamed(file));
      if (workbooks.put(name.workbook(), Files.readAllBytes(file.toRealPath())) != null) {
        throw new IOException(file + ": 文件名重复 / the name stands twice");
      }
    }
    return replacing(id, workbooks);
  }

  /** Says how a workbook must be named. */
  static IOException misnamed(Path file) {
    return new IOException(file + ": 文件名应与要替换的工作簿相同，例如 medical-assistance.xlsx，不含空格和括号"
        + " / name it like the workbook that it replaces, such as medical-assistance.xlsx, without blanks and brackets");
  }

  /**
   * The sources of an edition with a workbook in place of one of its own.
   *
   * @throws IOException if the file cannot be read, or there can be no such table
   */
  static EditionSources ofTable(String table, Path file) throws IOException {
    TableName name = TableName.of(table).orElseThrow(() -> new IOException(
        "--table guangxi/2022/medical-assistance.xlsx: <地区>/<年度>/<工作簿>.xlsx / <region>/<year>/<workbook>.xlsx"));
    return replacing(name.edition(), Map.of(name.workbook(), Files.readAllBytes(file.toRealPath())));
  }

  private static EditionSources replacing(EditionId edition, Map<String, byte[]> replaced) {
    EditionSources base = ApplicationFiles.load().of(edition);
    Map<String, byte[]> workbooks = new TreeMap<>(base.workbooks());
    workbooks.putAll(replaced);
    return new EditionSources(base.name(), base.rules(), workbooks);
  }

  /** The last parts of a path, with slashes. */
  private static String last(Path path, int parts) {
    int count = path.getNameCount();
    return path.subpath(Math.max(0, count - parts), count).toString().replace('\\', '/');
  }
}
