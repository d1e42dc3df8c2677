package cn.tuodi.edition;

import cn.tuodi.facts.Condition;
import cn.tuodi.facts.CriticalIllnessScope;
import cn.tuodi.facts.IdentityType;
import cn.tuodi.facts.LocalStandard;
import cn.tuodi.facts.LocalStandards;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Parameter;
import cn.tuodi.facts.Parameters;
import cn.tuodi.facts.Rate;
import cn.tuodi.facts.Source;
import cn.tuodi.table.Provision;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Rows of pooling areas are told apart by the names of their types. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface NamedByType {}

  /** Made by the thread that loads, not by the one that starts the server. */
  private static final class Mapper {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(figures())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
        .addMixIn(LocalStandard.class, NamedByType.class).registerSubtypes(LocalStandard.class.getPermittedSubclasses())
        .build();
  }

  /** Amounts and rates as exact texts. */
  private static SimpleModule figures() {
    return new SimpleModule()
        .addSerializer(Money.class, new StdDelegatingSerializer(Money.class, new StdConverter<Money, String>() {
          @Override
          public String convert(Money amount) {
            return amount.toString();
          }
        }))
        .addDeserializer(Money.class, new StdDelegatingDeserializer<>(new StdConverter<String, Money>() {
          @Override
          public Money convert(String text) {
            return Money.exactly(new BigDecimal(text));
          }
        }))
        .addSerializer(Rate.class, new StdDelegatingSerializer(Rate.class, new StdConverter<Rate, String>() {
          @Override
          public String convert(Rate rate) {
            return rate.share().toPlainString();
          }
        }))
        .addDeserializer(Rate.class, new StdDelegatingDeserializer<>(new StdConverter<String, Rate>() {
          @Override
          public Rate convert(String text) {
            return Rate.of(new BigDecimal(text));
          }
        }));
  }

  private record Stored(EditionId id, String areaCode, LocalDate from, LocalDate to, String name, String nameEn,
      String contentHash, List<Instrument> instruments, List<Provision> provisions,
      List<EditionDescription.Table> tables, List<EditionDescription.RuleEntry> rules, List<StoredParameter> parameters,
      List<CriticalIllnessScope.Entry> scope, Integer premiumsFrom, LocalStandards local, List<StoredArea> areas) {}

  private record StoredArea(String areaCode, String contentHash, List<EditionDescription.Table> tables,
      LocalStandards local) {}

  private record StoredParameter(Parameter parameter, String value, Source source) {}

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
        Files.write(home.resolve(DESCRIPTION), written(edition.checked().description()));
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
      EditionDescription description = description(resource(name + "/" + DESCRIPTION));
      // Not needed before the first publication, but what is damaged should be known at the start.
      kjar(name);
      return EditionCompiler.loadOfApplication(description, lines(name + "/" + MODELS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A description as the archive keeps it. */
  static byte[] written(EditionDescription edition) throws IOException {
    return Mapper.JSON.writeValueAsBytes(stored(edition));
  }

  /** A description that the archive keeps. */
  static EditionDescription description(byte[] written) throws IOException {
    return description(Mapper.JSON.readValue(written, Stored.class));
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

  private static Stored stored(EditionDescription edition) {
    List<StoredParameter> parameters = Arrays.stream(Parameter.values())
        .map(parameter -> new StoredParameter(parameter, text(edition.parameters().value(parameter)),
            edition.parameters().source(parameter)))
        .toList();
    return new Stored(edition.id(), edition.areaCode(), edition.from(), edition.to(), edition.name(), edition.nameEn(),
        edition.contentHash(), edition.instruments(), List.copyOf(edition.provisions().values()), edition.tables(),
        edition.rules(), parameters, edition.scope().entries(), edition.premiumsFrom(), edition.local(),
        edition.areas().stream()
            .map(area -> new StoredArea(area.areaCode(), area.contentHash(), area.tables(), area.local())).toList());
  }

  private static EditionDescription description(Stored stored) {
    Map<String, Provision> provisions = new LinkedHashMap<>();
    stored.provisions().forEach(provision -> provisions.put(provision.id(), provision));
    Map<Parameter, Parameters.Stated> parameters = new EnumMap<>(Parameter.class);
    stored.parameters().forEach(parameter -> parameters.put(parameter.parameter(),
        new Parameters.Stated(value(parameter.parameter(), parameter.value()), parameter.source())));
    EditionDescription edition =
        new EditionDescription(stored.id(), stored.areaCode(), stored.from(), stored.to(), stored.name(),
            stored.nameEn(), stored.contentHash(), stored.instruments(), provisions, stored.tables(), stored.rules(),
            new Parameters(parameters), new CriticalIllnessScope(stored.scope()), stored.premiumsFrom(), stored.local(),
            List.of());
    return edition.withAreas(stored.areas().stream()
        .map(area -> edition.ofArea(area.areaCode(), area.contentHash(), area.tables(), area.local())).toList());
  }

  private static String text(Object value) {
    if (value instanceof Rate rate) {
      return rate.share().toPlainString();
    }
    if (value instanceof Collection<?> members) {
      return members.stream().map(member -> ((Enum<?>) member).name()).collect(Collectors.joining(","));
    }
    return value == null ? null : value.toString();
  }

  private static Object value(Parameter parameter, String text) {
    if (text == null) {
      return null;
    }
    return switch (parameter.kind()) {
      case YES_NO -> Boolean.valueOf(text);
      case RATE -> Rate.of(new BigDecimal(text));
      case COUNT -> Integer.valueOf(text);
      case YUAN -> Money.exactly(new BigDecimal(text));
      case DATE -> LocalDate.parse(text);
      case TEXT -> text;
      case IDENTITIES -> members(IdentityType.class, text);
      case CONDITIONS -> members(Condition.class, text);
    };
  }

  private static <E extends Enum<E>> Set<E> members(Class<E> type, String text) {
    Set<E> members = EnumSet.noneOf(type);
    for (String name : text.split(",")) {
      members.add(Enum.valueOf(type, name));
    }
    return members;
  }
}
