package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.StoredDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Compiled editions as files: one folder each with the kjar and the description, and an index. The classes of their rules
 * stand among those of the application besides, where the Java runtime finds them fastest.
 */
public final class EditionArchive {

  private static final String ROOT = "editions";
  private static final String INDEX = "index";
  private static final String DESCRIPTION = "edition.json";
  private static final String RULES = "rules.kjar";
  private static final String CHECKSUM = "rules.crc32";
  private static final String MODELS = "models";
  private static final String SOURCES = "sources.zip";
  private static final FutureTask<Catalogue> LOADING = new FutureTask<>(EditionArchive::read);

  private EditionArchive() {}

  /**
   * Writes compiled editions below a folder.
   *
   * @param folder folder that becomes part of the application
   * @param editions the editions
   */
  public static void write(Path folder, List<CompiledEdition> editions) {
    try {
      Path root = folder.resolve(ROOT);
      Map<String, byte[]> classes = new TreeMap<>();
      for (CompiledEdition edition : editions) {
        Path home = root.resolve(edition.checked().description().id().toString());
        Files.createDirectories(home);
        Files.write(home.resolve(DESCRIPTION), StoredDescription.written(edition.checked().description()));
        Files.write(home.resolve(RULES), edition.kjar());
        Files.writeString(home.resolve(CHECKSUM), checksum(edition.kjar()) + "\n");
        Files.write(home.resolve(SOURCES), edition.checked().sources().zipped());
        Collection<CompiledPackage> packages = CompiledPackage.of(edition.kjar()).values();
        Files.write(home.resolve(MODELS), packages.stream().map(CompiledPackage::model).toList());
        packages.forEach(one -> one.classes().forEach((path, content) -> add(classes, path, content)));
      }
      writeClasses(folder, classes);
      Files.writeString(root.resolve(INDEX),
          editions.stream().map(edition -> edition.checked().description().id().toString()).sorted()
              .collect(Collectors.joining("\n")) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, byte[]> classes, String path, byte[] content) {
    byte[] other = classes.putIfAbsent(path, content);
    if (other != null && !Arrays.equals(other, content)) {
      throw new IllegalStateException("two editions have a class " + path + ", and not the same");
    }
  }

  private static void writeClasses(Path folder, Map<String, byte[]> classes) throws IOException {
    Path earlier = folder.resolve(CompiledPackage.SOURCES);
    if (Files.exists(earlier)) {
      try (Stream<Path> files = Files.walk(earlier)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
    for (Map.Entry<String, byte[]> type : classes.entrySet()) {
      Path file = folder.resolve(type.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, type.getValue());
    }
  }

  /** Starts to load the editions that the application was built with, beside whatever else there is to do. */
  public static void startLoading() {
    Thread loader = new Thread(LOADING, "editions");
    loader.setDaemon(true);
    loader.start();
  }

  /** The editions that the application was built with. */
  public static Catalogue load() {
    LOADING.run();
    try {
      return LOADING.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading the editions", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the editions cannot be loaded", e.getCause());
    }
  }

  /** The names of the editions that the application was built with. */
  public static List<EditionId> ids() {
    return names().stream().map(name -> name.split("/"))
        .map(name -> new EditionId(name[0], Integer.parseInt(name[1]))).toList();
  }

  /**
   * The files that an edition of this application was made of.
   *
   * @throws IllegalStateException if the application was built without the edition
   */
  public static EditionSources sources(EditionId id) {
    return EditionSources.unzipped(id.toString(), resource(id + "/" + SOURCES));
  }

  /**
   * The compiled rules of an edition of this application.
   *
   * @throws IllegalStateException if the application was built without the edition, or its kjar is damaged
   */
  public static byte[] kjar(EditionId id) {
    return kjar(id.toString());
  }

  private static byte[] kjar(String name) {
    byte[] kjar = resource(name + "/" + RULES);
    if (!lines(name + "/" + CHECKSUM).equals(List.of(checksum(kjar)))) {
      throw new IllegalStateException("the kjar of " + name + " is damaged: build the application anew");
    }
    return kjar;
  }

  private static String checksum(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return Long.toHexString(checksum.getValue());
  }

  private static List<String> names() {
    return lines(INDEX);
  }

  private static List<String> lines(String path) {
    return new String(resource(path), StandardCharsets.UTF_8).lines().toList();
  }

  private static Catalogue read() {
    List<Edition> editions = new ArrayList<>(names().parallelStream().map(EditionArchive::load).toList());
    return new Catalogue(editions);
  }

  private static Edition load(String name) {
    try {
      EditionDescription description = StoredDescription.read(resource(name + "/" + DESCRIPTION));
      // Not needed before the first publication, but what is damaged should be known at the start.
      kjar(name);
      return EditionCompiler.loadOfApplication(description, lines(name + "/" + MODELS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String path) {
    try (InputStream in = EditionArchive.class.getClassLoader().getResourceAsStream(ROOT + "/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the application was built without " + ROOT + "/" + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
