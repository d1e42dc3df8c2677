package cn.tuodi.edition;

import cn.tuodi.edition.source.ContentHash;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.conf.ParallelLambdaExternalizationOption;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.kie.internal.conf.AlphaThresholdOption;

/** Second part of the pipeline: rule source becomes a KIE module (kjar), and a KIE module becomes a KieBase. */
public final class EditionCompiler {

  private static final String GENERATED = "src/main/java/";
  private static final String SOURCE_DUMP = "Java source of ";

  /** Rules that differ in the value of one fact are looked up by it from two on; by default the engine tries two in turn. */
  private static final AlphaThresholdOption LOOKED_UP = AlphaThresholdOption.get(2);

  /**
   * No number of rules has them built on the threads of the engine: those are one queue for all that is compiled in this
   * process, where a draft of staff would wait behind what strangers have checked, and their time is nobody's.
   */
  private static final String NEVER = "-1";
  /** Characters of rule source that are compiled at once, as long as several packages share them. */
  private static final int MAX_LENGTH = 128 * 1024;

  private static final CompiledPackages KEPT = new CompiledPackages();

  private EditionCompiler() {}

  /**
   * Compiles an edition.
   *
   * @return the bytes of its kjar
   * @throws InvalidEdition if a rule does not compile
   */
  public static byte[] compile(CheckedEdition edition) {
    return compile(edition, edition.rules());
  }

  /**
   * Compiles an edition, except for packages that were compiled of the same source before: after the change of a figure
   * that is one table in two dozen packages.
   *
   * @param edition the edition
   * @param earlier the bytes of a kjar, of this edition or of another
   * @return the bytes of its kjar
   * @throws InvalidEdition if a rule does not compile
   */
  public static byte[] compile(CheckedEdition edition, byte[] earlier) {
    CompiledPackage.of(earlier).values().forEach(KEPT::keep);
    return compileWhatIsNew(edition);
  }

  /**
   * Compiles an edition, except for packages that this process has compiled of the same source before.
   *
   * @return the bytes of its kjar
   * @throws InvalidEdition if a rule does not compile
   * @throws CancellationException if the thread was interrupted: nobody waits for it any more
   */
  static byte[] compileWhatIsNew(CheckedEdition edition) {
    Map<String, Map<String, String>> wanted = new TreeMap<>();
    edition.rules().forEach((file, text) -> CompiledPackage.packageOf(text)
        .ifPresent(name -> wanted.computeIfAbsent(name, key -> new TreeMap<>()).put(file, text)));
    Map<String, CompiledPackage> packages = new TreeMap<>();
    Map<String, String> left = new TreeMap<>(edition.rules());
    wanted.forEach((name, files) -> KEPT.find(files).ifPresent(known -> {
      packages.put(name, known);
      left.keySet().removeAll(files.keySet());
    }));
    List<Finding> findings = new ArrayList<>();
    for (Map<String, String> some : inTurn(left)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      try {
        Map<String, CompiledPackage> compiled = CompiledPackage.of(compile(edition, some));
        compiled.values().forEach(KEPT::keep);
        packages.putAll(compiled);
      } catch (InvalidEdition e) {
        findings.addAll(e.findings());
      }
    }
    if (!findings.isEmpty()) {
      throw new InvalidEdition(edition.description().id().toString(), findings);
    }
    return CompiledPackage.kjar(packages.values());
  }

  /** Rule files in groups that are compiled one after the other, a package in one of them. */
  private static List<Map<String, String>> inTurn(Map<String, String> rules) {
    Map<String, Map<String, String>> packages = new TreeMap<>();
    rules.forEach((file, text) -> packages.computeIfAbsent(CompiledPackage.packageOf(text).orElse(""),
        key -> new TreeMap<>()).put(file, text));
    List<Map<String, String>> groups = new ArrayList<>();
    int length = MAX_LENGTH;
    for (Map<String, String> files : packages.values()) {
      int more = files.values().stream().mapToInt(String::length).sum();
      if (length + more > MAX_LENGTH) {
        groups.add(new TreeMap<>());
        length = 0;
      }
      groups.get(groups.size() - 1).putAll(files);
      length += more;
    }
    return groups;
  }

  private static byte[] compile(CheckedEdition edition, Map<String, String> rules) {
    KieServices services = KieServices.get();
    EditionId id = edition.description().id();
    ReleaseId release = release(edition.description());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.writeKModuleXML(services.newKieModuleModel()
        .setConfigurationProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, NEVER)
        .setConfigurationProperty(ParallelLambdaExternalizationOption.PROPERTY_NAME, Boolean.FALSE.toString()).toXML());
    rules.forEach((path, text) -> files.write("src/main/resources/" + CompiledPackage.SOURCES + path,
        services.getResources().newByteArrayResource(text.getBytes(StandardCharsets.UTF_8))
            .setResourceType(ResourceType.DRL)));
    KieBuilder builder =
        services.newKieBuilder(files, new ApplicationClassLoader()).buildAll(ExecutableModelProject.class);
    // The repository would keep the last modules of every name, with all that they were compiled from.
    services.getRepository().removeKieModule(release);
    List<org.kie.api.builder.Message> errors =
        builder.getResults().getMessages(org.kie.api.builder.Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new InvalidEdition(id.toString(), errors.stream().filter(error -> !error.getText().startsWith(SOURCE_DUMP))
          .map(error -> finding(error, edition.rules())).toList());
    }
    return ((InternalKieModule) builder.getKieModule()).getBytes();
  }

  /**
   * Loads a compiled edition, in a class loader of its own. The rules are taken from the kjar as they were compiled,
   * past the KIE repository, whose descriptors and resources would only be parsed again.
   *
   * @param description what is known of it
   * @param kjar the bytes of its kjar
   */
  public static Edition load(EditionDescription description, byte[] kjar) {
    KjarClassLoader classes = KjarClassLoader.of(kjar, new ApplicationClassLoader());
    return load(description, classes.models(), classes);
  }

  /**
   * Loads an edition whose compiled rules are among the classes of the application.
   *
   * @param description what is known of it
   * @param models the names of the classes that are its rules, one a package
   */
  static Edition loadOfApplication(EditionDescription description, List<String> models) {
    ClassLoader classes = EditionCompiler.class.getClassLoader();
    return load(description, models(models, classes), classes);
  }

  /** The rules that classes are. */
  static List<Model> models(List<String> names, ClassLoader classes) {
    try {
      List<Model> models = new ArrayList<>();
      for (String name : names) {
        models.add((Model) classes.loadClass(name).getConstructor().newInstance());
      }
      return models;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled rules are not sound", e);
    }
  }

  /** The engine finds its services by the thread's loader, which need not be the one that has them. */
  private static Edition load(EditionDescription description, List<Model> models, ClassLoader classes) {
    Thread thread = Thread.currentThread();
    ClassLoader ofThread = thread.getContextClassLoader();
    thread.setContextClassLoader(EditionCompiler.class.getClassLoader());
    try {
      return new Edition(description, new RuleSessions(base(models, classes)));
    } finally {
      thread.setContextClassLoader(ofThread);
    }
  }

  private static KieBase base(List<Model> models, ClassLoader classes) {
    KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, classes);
    configuration.setOption(KieBaseMutabilityOption.DISABLED);
    configuration.setOption(LOOKED_UP);
    return KieBaseBuilder.createKieBaseFromModel(models, configuration);
  }

  private static ReleaseId release(EditionDescription description) {
    EditionId id = description.id();
    return KieServices.get().newReleaseId("cn.tuodi.editions", id.region() + "-" + id.year(),
        description.contentHash().substring(ContentHash.PREFIX.length()));
  }

  private static Finding finding(org.kie.api.builder.Message message, Map<String, String> rules) {
    String path = message.getPath() == null ? "?" : message.getPath();
    if (path.startsWith(GENERATED)) {
      return Finding.ofFile(madeFrom(path, rules),
          Message.of("edition.a-consequence-or-condition-does-not", message.getText()));
    }
    return Finding.ofFile(path.replaceFirst("^(src/main/resources/)?tuodi/", ""),
        Message.of("edition.line-does-not-compile", message.getLine(), message.getText()));
  }

  /** The file of the rules that a generated class was made from: it bears their package. */
  private static String madeFrom(String path, Map<String, String> rules) {
    String type = path.substring(GENERATED.length()).replace('/', '.');
    for (Map.Entry<String, String> file : rules.entrySet()) {
      if (CompiledPackage.packageOf(file.getValue()).filter(name -> type.startsWith(name + ".")).isPresent()) {
        return file.getKey();
      }
    }
    return path;
  }
}
