package cn.tuodi.desk.file;

import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The workbooks that lie in a directory at one moment: as in the repository,
 * {@code decision-tables/<region>/<year>/*.xlsx}, or by names without folders, {@code <region>.<year>.<workbook>.xlsx}, as
 * a Kubernetes ConfigMap needs them. What cannot be read concerns the editions that it belongs to, and no others.
 *
 * @param workbooks workbooks by name, by edition
 * @param ignored workbooks that belong to no edition, by path below the directory
 * @param damaged files and folders that cannot be read: where they belong, such as {@code guangxi/2022/} or
 *        {@code guangxi/}, and why
 * @param digest changes with any of them
 */
public record TableFiles(Map<EditionId, Map<String, byte[]>> workbooks, List<String> ignored,
    Map<String, CorruptFile> damaged,
    String digest) {

  private static final String TABLES = "decision-tables";
  private static final String ENDING = ".xlsx";
  /** More than the largest workbook that is looked into: enough to find that it is too large. */
  static final int MAX_BYTES = 5 * 1024 * 1024 + 1;
  private static final int DEEPEST = 6;

  /** No files at all. */
  public static final TableFiles NONE = new TableFiles(Map.of(), List.of(), Map.of(), "");

  /**
   * Reads the workbooks of a directory.
   *
   * @throws IOException if the directory itself cannot be read
   */
  public static TableFiles read(Path directory) throws IOException {
    return new Reading(directory).read();
  }

  /** Why what lies in the directory of an edition cannot be read, or null. */
  public CorruptFile damage(EditionId edition) {
    return damaged.entrySet().stream().filter(entry -> (edition + "/").startsWith(entry.getKey()))
        .map(Map.Entry::getValue).findFirst().orElse(null);
  }

  /** The editions that workbooks lie there of, be it that they cannot be read. */
  public Set<EditionId> editions() {
    Set<EditionId> editions = new TreeSet<>(workbooks.keySet());
    damaged.keySet().forEach(place -> TableName.edition(place.replaceAll("/$", "")).ifPresent(editions::add));
    return editions;
  }

  /** One reading of a directory. */
  private static final class Reading {

    private final Path directory;
    private final Map<EditionId, Map<String, byte[]>> workbooks = new TreeMap<>();
    private final Map<String, String> digests = new TreeMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<String, CorruptFile> damaged = new TreeMap<>();

    private Reading(Path directory) {
      this.directory = directory;
    }

    private TableFiles read() throws IOException {
      List<Path> files = new ArrayList<>(StoreAccess.read(this::tables));
      files.addAll(beside());
      for (Path file : files) {
        take(file);
      }
      return new TableFiles(workbooks, ignored, damaged, Digest.ofDigests(digests));
    }

    /** The workbooks of the folders of tables. */
    private List<Path> tables() throws IOException {
      List<Path> files = new ArrayList<>();
      Path tables = directory.resolve(TABLES);
      Files.walkFileTree(tables, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          return isHidden(tables.relativize(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (attributes.isSymbolicLink() && !isHidden(tables.relativize(file))) {
            // Links are followed, so this one leads nowhere.
            failed(file, new NoSuchFileException(file.toString()));
          } else if (isWorkbook(tables.relativize(file)) && !attributes.isDirectory()) {
            files.add(file);
          }
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
          boolean none = file.equals(tables) && cause instanceof NoSuchFileException;
          if (!none && !isHidden(tables.relativize(file))) {
            failed(file, cause);
          }
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException cause) {
          if (cause != null) {
            failed(folder, cause);
          }
          return FileVisitResult.CONTINUE;
        }
      });
      Collections.sort(files);
      return files;
    }

    /** The workbooks that lie in the directory itself; what a mount keeps for itself is hidden. */
    private List<Path> beside() throws IOException {
      return StoreAccess.read(() -> {
        try (Stream<Path> list = Files.list(directory)) {
          return list.filter(file -> isWorkbook(file.getFileName()) && !Files.isDirectory(file)).sorted().toList();
        }
      });
    }

    private void take(Path file) throws IOException {
      String path = path(file);
      Optional<TableName> name = name(path);
      if (name.isEmpty()) {
        ignored.add(path);
        return;
      }
      try {
        byte[] content = DurableFiles.read(file, MAX_BYTES);
        digests.put(path, Digest.of(content));
        workbooks.computeIfAbsent(name.get().edition(), edition -> new TreeMap<>()).put(name.get().workbook(), content);
      } catch (StoreAccess.NoAnswer e) {
        throw e;
      } catch (IOException e) {
        failed(file, e);
      }
    }

    private void failed(Path file, IOException cause) {
      String path = path(file);
      String concerned = name(path).map(name -> name.edition() + "/").orElse(below(path));
      CorruptFile damage = CorruptFile.ofDirectory(path, cause);
      damaged.putIfAbsent(concerned, damage);
      digests.put(path, damage.getMessage());
    }

    /** Where a folder of tables belongs: to all editions, those of a region, or one. */
    private static String below(String path) {
      if (path.equals(TABLES)) {
        return "";
      }
      String[] parts = path.substring(TABLES.length() + 1).split("/");
      return parts.length == 1 ? parts[0] + "/" : parts[0] + "/" + parts[1] + "/";
    }

    private String path(Path file) {
      return directory.relativize(file).toString().replace('\\', '/');
    }

    private static Optional<TableName> name(String path) {
      if (path.startsWith(TABLES + "/")) {
        return TableName.of(path.substring(TABLES.length() + 1));
      }
      return path.contains("/") ? Optional.empty() : TableName.ofFlat(path);
    }

    private static boolean isWorkbook(Path path) {
      return !isHidden(path) && path.toString().endsWith(ENDING);
    }

    private static boolean isHidden(Path path) {
      for (Path part : path) {
        if (part.toString().startsWith(".") || part.toString().startsWith("~")) {
          return true;
        }
      }
      return false;
    }
  }
}
