package cn.tuodi.command;

import cn.tuodi.edition.EditionSources;
import cn.tuodi.store.ApplicationFiles;
import cn.tuodi.store.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The editions that paths on the command line mean. */
final class TableSources {

  private TableSources() {}

  /**
   * The sources of the editions that paths mean: a workbook stands in for its namesake in the application, a folder for
   * the edition or the editions in it.
   *
   * @param rules folder of rules, or null for those of the application
   * @throws IOException if a path means nothing
   */
  static List<EditionSources> of(List<Path> paths, Path rules) throws IOException {
    List<EditionSources> sources = new ArrayList<>();
    for (Path path : paths) {
      Path real = path.toRealPath();
      if (!Files.isDirectory(real)) {
        sources.add(replacing(real));
      } else if (TableName.edition(last(real, 2)).isPresent()) {
        sources.add(folder(real.getParent().getParent(), last(real, 2), rules));
      } else {
        sources.addAll(folders(real, rules));
      }
    }
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

  private static EditionSources replacing(Path workbook) throws IOException {
    Optional<TableName> name = TableName.of(last(workbook, 3)).or(() -> TableName.of(last(workbook, 5)));
    if (name.isEmpty()) {
      throw new IOException(workbook + ": 路径应以 <地区>/<年度>/<工作簿>.xlsx 结尾"
          + " / the path should end in <region>/<year>/<workbook>.xlsx");
    }
    EditionSources base = ApplicationFiles.load().of(name.get().edition());
    Map<String, byte[]> workbooks = new TreeMap<>(base.workbooks());
    workbooks.put(name.get().workbook(), Files.readAllBytes(workbook));
    return new EditionSources(base.name(), base.rules(), workbooks);
  }

  /** The last parts of a path, with slashes. */
  private static String last(Path path, int parts) {
    int count = path.getNameCount();
    return path.subpath(Math.max(0, count - parts), count).toString().replace('\\', '/');
  }
}
