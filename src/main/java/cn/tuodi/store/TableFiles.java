package cn.tuodi.store;

import cn.tuodi.edition.EditionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The workbooks that lie in a directory at one moment: as in the repository,
 * {@code decision-tables/<region>/<year>/*.xlsx}, or by names without folders, {@code <region>.<year>.<workbook>.xlsx}, as
 * a Kubernetes ConfigMap needs them.
 *
 * @param workbooks workbooks by name, by edition
 * @param ignored workbooks that belong to no edition, by path below the directory
 * @param digest changes with any of them
 */
record TableFiles(Map<EditionId, Map<String, byte[]>> workbooks, List<String> ignored, String digest) {

  private static final String TABLES = "decision-tables";
  private static final String ENDING = ".xlsx";
  /** More than the largest workbook that is looked into: enough to find that it is too large. */
  private static final int MOST_BYTES = 5 * 1024 * 1024 + 1;
  private static final int DEEPEST = 6;

  /** No files at all. */
  static final TableFiles NONE = new TableFiles(Map.of(), List.of(), "");

  /**
   * Reads the workbooks of a directory.
   *
   * @throws IOException if the directory cannot be read, or changes while it is read
   */
  static TableFiles read(Path directory) throws IOException {
    Map<EditionId, Map<String, byte[]>> workbooks = new TreeMap<>();
    Map<String, byte[]> all = new TreeMap<>();
    List<String> ignored = new ArrayList<>();
    try {
      for (Path file : files(directory)) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        Optional<TableName> name = name(path);
        if (name.isPresent()) {
          byte[] content = content(file);
          all.put(path, content);
          workbooks.computeIfAbsent(name.get().edition(), edition -> new TreeMap<>())
              .put(name.get().workbook(), content);
        } else {
          ignored.add(path);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new TableFiles(workbooks, ignored, Digest.ofFiles(all));
  }

  private static Optional<TableName> name(String path) {
    if (path.startsWith(TABLES + "/")) {
      return TableName.of(path.substring(TABLES.length() + 1));
    }
    return path.contains("/") ? Optional.empty() : TableName.ofFlat(path);
  }

  /** The workbooks of a directory and of its folders of tables, folders first; what a mount keeps for itself is hidden. */
  private static List<Path> files(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    Path tables = directory.resolve(TABLES);
    if (Files.isDirectory(tables)) {
      try (Stream<Path> below = Files.walk(tables, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
        below.filter(file -> isWorkbook(tables.relativize(file)) && Files.isRegularFile(file)).sorted()
            .forEach(files::add);
      }
    }
    try (Stream<Path> beside = Files.list(directory)) {
      beside.filter(file -> isWorkbook(file.getFileName()) && Files.isRegularFile(file)).sorted().forEach(files::add);
    }
    return files;
  }

  private static boolean isWorkbook(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".") || part.toString().startsWith("~")) {
        return false;
      }
    }
    return path.toString().endsWith(ENDING);
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    }
  }
}
