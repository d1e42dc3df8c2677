package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.writing.StableFile;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The files that editions are made of, on the ground of those of the application. Rules always come from the application,
 * so that no file of a store ever brings code: those of the edition itself, or for a new year those of the region's
 * nearest earlier edition, or for a new region those that all editions share.
 */
public final class ApplicationFiles {

  private static final String COMMON = "common/";
  private static final String EDITION_WORKBOOK = WorkbookTitle.OF_EDITION.get(0);

  private final List<EditionId> editions;
  private final Map<String, byte[]> withoutCases = new ConcurrentHashMap<>();

  private ApplicationFiles(List<EditionId> editions) {
    this.editions = editions;
  }

  /** The files of the editions that this application was built with. */
  public static ApplicationFiles load() {
    return new ApplicationFiles(EditionArchive.ids());
  }

  /** The names of the editions that this application was built with. */
  public List<EditionId> editions() {
    return editions;
  }

  /** The files of an edition as the application has it; one that it does not have is rules without workbooks. */
  public EditionSources of(EditionId edition) {
    return editions.contains(edition) ? EditionArchive.sources(edition)
        : new EditionSources(edition.toString(), rules(edition), Map.of());
  }

  /** The rules that an edition has, or would have. */
  public Map<String, String> rules(EditionId edition) {
    Map<String, String> rules = EditionArchive.sources(nearest(edition)).rules();
    return nearest(edition).region().equals(edition.region()) ? rules
        : rules.entrySet().stream().filter(rule -> rule.getKey().startsWith(COMMON))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
  }

  /**
   * Checks and compiles an edition; what it has in common with the application's own need not be compiled again.
   *
   * @throws InvalidEdition if it is not sound
   */
  public CompiledEdition compiled(EditionSources sources) {
    return TableName.edition(sources.name()).map(
        id -> CompiledEdition.of(sources, unknown(id, sources.workbooks().keySet()), kjar(id)))
        .orElseGet(() -> CompiledEdition.of(sources));
  }

  /**
   * Which workbooks bear names that no workbook of an edition has: where one of them has the sheets of another, it is
   * the one at fault.
   */
  public Set<String> unknown(EditionId edition, Set<String> workbooks) {
    Set<String> unknown = new HashSet<>(workbooks);
    unknown.removeAll(EditionArchive.sources(nearest(edition)).workbooks().keySet());
    return unknown;
  }

  /** The compiled rules of the application that are most like those of an edition. */
  public byte[] kjar(EditionId edition) {
    return EditionArchive.kjar(nearest(edition));
  }

  /** The edition itself, else the region's nearest earlier one, else a later one, else any. */
  private EditionId nearest(EditionId edition) {
    if (editions.contains(edition)) {
      return edition;
    }
    return editions.stream().filter(other -> other.region().equals(edition.region()))
        .max(Comparator.comparing((EditionId other) -> other.year() < edition.year())
            .thenComparing(EditionId::year))
        .orElse(editions.get(0));
  }

  /**
   * The files of a version.
   *
   * @throws IOException if its workbooks cannot be read
   */
  public EditionSources of(Version version) throws IOException {
    EditionSources own = of(version.edition());
    return switch (version.origin()) {
      case APPLICATION -> own;
      case DIRECTORY -> overlaid(own, version.workbooks().read());
      case PUBLICATION -> new EditionSources(own.name(), own.rules(), version.workbooks().read());
    };
  }

  /**
   * The files of the application with those of the directory in their place. Worked cases are computed by the figures of
   * their own version: where the directory replaces a workbook and not that of the edition, those of the application do
   * not speak of it.
   */
  private EditionSources overlaid(EditionSources own, Map<String, byte[]> workbooks) throws IOException {
    EditionSources all = replaced(own, workbooks);
    byte[] edition = own.workbooks().get(EDITION_WORKBOOK);
    if (edition == null || workbooks.containsKey(EDITION_WORKBOOK)
        || workbooks.keySet().stream().allMatch(file -> file.startsWith(EditionSources.LOCAL))) {
      return all;
    }
    byte[] known = withoutCases.get(own.name());
    if (known == null) {
      known = withoutCases(edition);
      withoutCases.put(own.name(), known);
    }
    return all.withWorkbook(EDITION_WORKBOOK, known);
  }

  private static byte[] withoutCases(byte[] edition) throws IOException {
    String cases = CaseLayout.CASES.sheet();
    return RawWorkbook.read(edition).stream().noneMatch(sheet -> sheet.name().equals(cases)) ? edition
        : StableFile.of(RawWorkbook.with(edition, Map.of(cases, List.of())));
  }

  /** The same files with some workbooks in place of their namesakes, or beside them. */
  public static EditionSources replaced(EditionSources sources, Map<String, byte[]> workbooks) {
    Map<String, byte[]> all = new TreeMap<>(sources.workbooks());
    all.putAll(workbooks);
    return new EditionSources(sources.name(), sources.rules(), all);
  }
}
