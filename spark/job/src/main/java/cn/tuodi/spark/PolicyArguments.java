package cn.tuodi.spark;

import cn.tuodi.desk.Desk;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.edition.source.StoredDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Policies as a command line names them: an edition, which is the one in force where a store is given and else that of the
 * application; a folder of decision tables; or a draft of the store.
 */
final class PolicyArguments {

  private static final String DRAFT = "draft:";
  private static final String EDITION = "edition.xlsx";
  private static final String RULES = "rules";

  private final Path rules;
  private final PolicyStore store;
  private final ApplicationFiles application = ApplicationFiles.load();

  PolicyArguments(JobOptions options) {
    this.rules = options.rules;
    if (options.store != null && !Files.isDirectory(options.store)) {
      throw JobRefusal.of("没有这个目录：" + options.store, "there is no such directory");
    }
    this.store = options.store == null ? PolicyStore.ofApplication()
        : PolicyStore.at(options.store, Clock.systemUTC());
  }

  /** The names of all editions that can decide. */
  List<String> all() {
    return store.current().get().editions().stream().map(edition -> edition.id().toString()).sorted().toList();
  }

  /**
   * A policy, checked, compiled and tried out.
   *
   * @throws JobRefusal if there is none of the name, or it is not sound
   */
  PolicyContent policy(String argument) {
    try {
      Optional<EditionId> built = EditionId.parsed(argument).filter(id -> !store.hasDirectory())
          .filter(application.editions()::contains);
      if (built.isPresent()) {
        return built(argument, built.get());
      }
      EditionSources sources = sources(argument);
      CompiledEdition compiled = application.compiled(sources);
      return new PolicyContent(argument, compiled.checked().description().contentHash(),
          StoredDescription.written(compiled.checked().description()), compiled.kjar());
    } catch (InvalidEdition | DeskRefusal e) {
      throw new JobRefusal(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An edition of the application, which its build has checked, compiled and tried out. */
  private static PolicyContent built(String argument, EditionId id) throws IOException {
    EditionDescription description = EditionArchive.load().named(id).orElseThrow().description();
    return new PolicyContent(argument, description.contentHash(), StoredDescription.written(description),
        EditionArchive.kjar(id));
  }

  /** Whether two policies are versions of one edition. */
  boolean areOfOneEdition(String one, String other) {
    return sources(one).name().equals(sources(other).name());
  }

  private EditionSources sources(String argument) {
    if (argument.startsWith(DRAFT)) {
      Desk desk = new Desk(store, Clock.systemUTC());
      return desk.sources(desk.draft(argument.substring(DRAFT.length())));
    }
    Path folder = Path.of(argument).toAbsolutePath().normalize();
    if (Files.exists(folder.resolve(EDITION)) && folder.getNameCount() > 2) {
      return folder(folder);
    }
    Optional<EditionSources> edition = EditionId.parsed(argument).flatMap(store::sources);
    return edition.orElseThrow(() -> JobRefusal.of("没有这个版本或版本文件夹：" + argument, "no edition and no folder of one"));
  }

  private EditionSources folder(Path folder) {
    Path tables = folder.getParent().getParent();
    Path beside = rules == null ? tables.resolveSibling(RULES) : rules;
    if (!Files.isDirectory(beside)) {
      throw JobRefusal.of("没有规则文件夹：" + beside, "there is no folder of rules: say --rules");
    }
    return EditionSources.read(beside, tables, folder.getParent().getFileName() + "/" + folder.getFileName());
  }
}
