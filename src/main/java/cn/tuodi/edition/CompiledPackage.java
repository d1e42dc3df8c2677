package cn.tuodi.edition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * One package of rules as it was compiled. Packages share nothing, so one whose source is the same need not be compiled
 * again.
 *
 * @param name its name
 * @param files its source by path
 * @param classes its classes by path
 * @param model name of the class that is its model
 */
record CompiledPackage(String name, Map<String, String> files, Map<String, byte[]> classes, String model) {

  /** Where the source of rules stands in a kjar, below which their paths begin. */
  static final String SOURCES = "tuodi/";

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)");
  private static final String SOURCE = ".drl";
  private static final String CLASS = ".class";
  private static final String MODELS = "drools-model";
  private static final String HEADER = "Drools-Model-Version:10.2.0";

  /** The package that a rule file belongs to. */
  static Optional<String> packageOf(String source) {
    Matcher matcher = PACKAGE.matcher(source);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The packages of a kjar, by name. */
  static Map<String, CompiledPackage> of(byte[] kjar) {
    Map<String, CompiledPackage> packages = new TreeMap<>();
    Map<String, byte[]> entries = entries(kjar);
    entries.forEach((path, content) -> {
      if (path.startsWith(SOURCES) && path.endsWith(SOURCE)) {
        String source = text(content);
        packageOf(source).ifPresent(name -> packages
            .computeIfAbsent(name,
                key -> new CompiledPackage(key, new TreeMap<>(), new TreeMap<>(), model(entries, key)))
            .files().put(path.substring(SOURCES.length()), source));
      }
    });
    packages.values().forEach(one -> entries.forEach((path, content) -> {
      if (path.endsWith(CLASS) && path.startsWith(one.name().replace('.', '/') + "/")) {
        one.classes().put(path, content);
      }
    }));
    return packages;
  }

  private static String model(Map<String, byte[]> entries, String name) {
    return entries.entrySet().stream().filter(entry -> entry.getKey().endsWith("/" + MODELS))
        .flatMap(entry -> text(entry.getValue()).lines())
        .filter(line -> line.startsWith(name + ".") && line.lastIndexOf('.') == name.length()).findFirst()
        .orElseThrow(() -> new IllegalStateException("the kjar has no model of " + name));
  }

  /** A kjar of packages. */
  static byte[] kjar(Collection<CompiledPackage> packages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "META-INF/kie/" + MODELS, (HEADER + "\n"
          + packages.stream().map(CompiledPackage::model).collect(Collectors.joining("\n")) + "\n")
          .getBytes(StandardCharsets.UTF_8));
      for (CompiledPackage one : packages) {
        for (Map.Entry<String, String> file : one.files().entrySet()) {
          add(zip, SOURCES + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, byte[]> type : one.classes().entrySet()) {
          add(zip, type.getKey(), type.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static Map<String, byte[]> entries(byte[] kjar) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(kjar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
