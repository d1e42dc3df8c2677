package cn.tuodi.edition.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of an edition as people keep them.
 *
 * @param name folder of the edition, for example {@code guangxi/2022}
 * @param rules rule source by path below the folder of rules
 * @param workbooks workbooks by file name; those of pooling areas by their path, {@code local/<area code>/<file>}
 */
public record EditionSources(String name, Map<String, String> rules, Map<String, byte[]> workbooks) {

  /** Where the workbooks of pooling areas stand: {@code local/<area code>/}. */
  public static final String LOCAL = "local/";

  private static final String COMMON = "common";
  private static final String RULES = "rules/";
  private static final String WORKBOOKS = "decision-tables/";
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  /**
   * Reads the files of one edition: the rules all editions share, its own rules and its workbooks.
   *
   * @param rulesRoot folder of rules
   * @param tablesRoot folder of decision tables
   * @param name folder of the edition below both
   */
  public static EditionSources read(Path rulesRoot, Path tablesRoot, String name) {
    Map<String, String> rules = new TreeMap<>();
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (Path file : files(rulesRoot.resolve(COMMON), ".drl")) {
      rules.put(COMMON + "/" + file.getFileName(), text(file));
    }
    for (Path file : files(rulesRoot.resolve(name), ".drl")) {
      rules.put(name + "/" + file.getFileName(), text(file));
    }
    for (Path file : files(tablesRoot.resolve(name), ".xlsx")) {
      workbooks.put(file.getFileName().toString(), bytes(file));
    }
    Path local = tablesRoot.resolve(name).resolve(LOCAL);
    for (Path file : filesBelow(local, ".xlsx")) {
      workbooks.put(LOCAL + local.relativize(file).toString().replace('\\', '/'), bytes(file));
    }
    return new EditionSources(name, rules, workbooks);
  }

  /** The same files with one workbook replaced or added. */
  public EditionSources withWorkbook(String file, byte[] content) {
    Map<String, byte[]> replaced = new TreeMap<>(workbooks);
    replaced.put(file, content);
    return new EditionSources(name, rules, replaced);
  }

  /** The files as one archive, the same bytes for the same files. */
  public byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> rule : rules.entrySet()) {
        add(zip, RULES + rule.getKey(), rule.getValue().getBytes(StandardCharsets.UTF_8));
      }
      for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
        add(zip, WORKBOOKS + workbook.getKey(), workbook.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EARLIEST);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** The files of an archive that {@link #zipped()} made. */
  public static EditionSources unzipped(String name, byte[] archive) {
    Map<String, String> rules = new TreeMap<>();
    Map<String, byte[]> workbooks = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        if (entry.getName().startsWith(RULES)) {
          rules.put(entry.getName().substring(RULES.length()), new String(content, StandardCharsets.UTF_8));
        } else {
          workbooks.put(entry.getName().substring(WORKBOOKS.length()), content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EditionSources(name, rules, workbooks);
  }

  /** The names of all editions below a folder of decision tables: every folder with a year as its name. */
  public static List<String> names(Path tablesRoot) {
    List<String> names = new ArrayList<>();
    for (Path region : folders(tablesRoot)) {
      for (Path year : folders(region)) {
        if (YEAR.matcher(year.getFileName().toString()).matches()) {
          names.add(region.getFileName() + "/" + year.getFileName());
        }
      }
    }
    return names;
  }

  private static List<Path> folders(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(root)) {
      return list.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    return files(folder, ending, 1);
  }

  /** All files, also those where none is looked for: they are found to be misplaced. */
  private static List<Path> filesBelow(Path folder, String ending) {
    return files(folder, ending, Integer.MAX_VALUE);
  }

  private static List<Path> files(Path folder, String ending, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.walk(folder, depth)) {
      return list.filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(
              file -> !file.getFileName().toString().startsWith(".") && !file.getFileName().toString().startsWith("~"))
          .filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
