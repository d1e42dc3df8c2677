package cn.tuodi.desk;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which workbook a file is by what it says: its sheets tell the kind, the provisions that it cites tell the edition, and
 * where they leave it open, the mark of its download does. A file that belongs elsewhere is told as what it is, before its
 * cells are looked at: they would all be wrong.
 */
final class Recognition {

  private static final String EDITION_WORKBOOK = WorkbookTitle.OF_EDITION.get(0);
  private static final String LOCAL = "local/";
  private static final String CITED = "条款";
  private static final String REGISTERED = "条款编号";
  private static final Set<String> LOCAL_SHEETS = localSheets();

  private final Collection<EditionDescription> editions;

  /** Recognises what belongs to one of some editions. */
  Recognition(Collection<EditionDescription> editions) {
    this.editions = editions;
  }

  private static Set<String> localSheets() {
    Set<String> sheets = new HashSet<>();
    for (LocalMatter matter : LocalMatter.values()) {
      sheets.add(matter.label());
    }
    return sheets;
  }

  /** What is known of a file. */
  private record Seen(Set<String> sheets, Set<String> cited, Set<String> registered, EditionId stated,
      Optional<TableName> marked) {}

  /**
   * The workbook that a file is; empty where it does not tell.
   *
   * @param content the file
   */
  Optional<SavedName.Recognised> of(byte[] content) {
    Seen seen = seen(content);
    EditionId edition = seen.stated() != null && named(seen.stated()) != null ? seen.stated() : citing(seen);
    EditionDescription known = edition == null ? null : named(edition);
    return kind(seen, known).filter(workbook -> !workbook.equals(LOCAL))
        .map(workbook -> new SavedName.Recognised(edition, workbook));
  }

  /**
   * What speaks against files being what they were chosen to be; none where nothing does.
   *
   * @param edition the edition chosen
   * @param workbooks the files by the names chosen
   */
  List<Finding> wrong(EditionId edition, Map<String, byte[]> workbooks) {
    Map<String, Seen> seen = new HashMap<>();
    workbooks.forEach((workbook, content) -> seen.put(workbook, seen(content)));
    EditionDescription chosen = named(edition);
    Set<String> register = new HashSet<>(chosen == null ? Set.of() : chosen.provisions().keySet());
    if (seen.containsKey(EDITION_WORKBOOK)) {
      register.addAll(seen.get(EDITION_WORKBOOK).registered());
    }
    return seen.entrySet().stream().map(file -> wrong(edition, file.getKey(), file.getValue(), register))
        .flatMap(Optional::stream).toList();
  }

  private Optional<Finding> wrong(EditionId edition, String workbook, Seen seen, Set<String> register) {
    EditionDescription chosen = named(edition);
    List<EditionId> others = chosen == null ? ofAnotherRegion(edition, seen) : another(edition, seen, register);
    boolean isMarked = others.isEmpty() && isMarkedOtherwise(edition, seen, register);
    if (isMarked) {
      others = List.of(seen.marked().orElseThrow().edition());
    }
    EditionDescription known = others.isEmpty() ? chosen : others.size() == 1 ? named(others.get(0)) : null;
    Optional<String> kind = kind(seen, known).filter(is -> isOther(workbook, is));
    if (others.isEmpty() && kind.isEmpty()) {
      return Optional.empty();
    }
    List<EditionId> is = others.isEmpty() ? List.of(edition) : others;
    String what = kind.orElse(workbook);
    return Optional.of(Finding.ofFile(workbook,
        Message.of(isMarked ? "desk.this-is-marked-as-of" : "desk.this-is-of-but-of-was",
            Message.given(is.stream().map(this::zh).collect(Collectors.joining("或")),
                is.stream().map(this::en).collect(Collectors.joining(" or "))),
            Message.given(title(what, true), title(what, false)), Message.given(zh(edition), en(edition)),
            Message.given(title(workbook, true), title(workbook, false)))));
  }

  private static boolean isOther(String chosen, String is) {
    if (chosen.startsWith(LOCAL) || is.equals(LOCAL)) {
      return !(chosen.startsWith(LOCAL) && is.equals(LOCAL));
    }
    return WorkbookTitle.OF_EDITION.contains(chosen) && !chosen.equals(is);
  }

  /** The editions that a workbook may be of, where it is not of the one chosen; none where it may be. */
  private List<EditionId> another(EditionId edition, Seen seen, Set<String> register) {
    if (seen.stated() != null) {
      return seen.stated().equals(edition) || named(seen.stated()) == null ? List.of() : List.of(seen.stated());
    }
    return register.containsAll(seen.cited()) ? List.of() : having(seen.cited());
  }

  /**
   * The editions of other regions that a workbook may be of which was chosen for a new year of a region; none where it may
   * be of that region, or the region is new and may begin with what others have.
   */
  private List<EditionId> ofAnotherRegion(EditionId edition, Seen seen) {
    Set<String> provisions = seen.cited().isEmpty() ? seen.registered() : seen.cited();
    List<EditionId> having = having(provisions);
    return !isKnown(edition.region())
        || having.stream().anyMatch(one -> one.region().equals(edition.region())) ? List.of() : having;
  }

  /**
   * Whether a workbook is marked as that of another edition, and nothing in it says that it is of the one chosen. A new
   * year of a region may begin with the workbooks of another.
   */
  private boolean isMarkedOtherwise(EditionId edition, Seen seen, Set<String> register) {
    EditionId marked = seen.marked().map(TableName::edition).orElse(edition);
    if (marked.equals(edition) || seen.stated() != null) {
      return false;
    }
    if (named(edition) == null) {
      return isKnown(edition.region()) && !marked.region().equals(edition.region()) && having(seen.cited()).isEmpty();
    }
    boolean isOfThisOne = !seen.cited().isEmpty() && register.containsAll(seen.cited());
    return !isOfThisOne || named(marked) == null || having(seen.cited()).contains(marked);
  }

  private boolean isKnown(String region) {
    return editions.stream().anyMatch(one -> one.id().region().equals(region));
  }

  /** The editions whose registers have all of some provisions; none where there are none. */
  private List<EditionId> having(Set<String> provisions) {
    return provisions.isEmpty() ? List.of()
        : editions.stream().filter(edition -> edition.provisions().keySet().containsAll(provisions))
            .map(EditionDescription::id).toList();
  }

  /**
   * The edition whose register has everything that is cited, the one marked among several; null where that tells none, or
   * the mark is of one that is not there yet.
   */
  private EditionId citing(Seen seen) {
    List<EditionId> having = having(seen.cited());
    EditionId marked = seen.marked().map(TableName::edition).orElse(null);
    if (marked != null && (named(marked) == null || having.isEmpty() || having.contains(marked))) {
      return named(marked) == null ? null : marked;
    }
    return having.size() == 1 ? having.get(0) : null;
  }

  /** The workbook of an edition that has the most of the sheets, or {@code local/} for standards of an area. */
  private Optional<String> kind(Seen seen, EditionDescription edition) {
    Map<String, Integer> sheets = new HashMap<>();
    Map<String, String> places = places(edition);
    for (String sheet : seen.sheets()) {
      String place = places.getOrDefault(sheet, LOCAL_SHEETS.contains(sheet) ? LOCAL : null);
      if (place != null) {
        sheets.merge(place, 1, Integer::sum);
      }
    }
    int most = sheets.values().stream().mapToInt(count -> count).max().orElse(0);
    List<String> best =
        sheets.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).toList();
    return best.size() == 1 ? Optional.of(best.get(0))
        : seen.marked().map(TableName::workbook).map(workbook -> workbook.startsWith(LOCAL) ? LOCAL : workbook);
  }

  private Map<String, String> places(EditionDescription edition) {
    Map<String, String> places = new HashMap<>();
    Collection<EditionDescription> known = edition == null ? editions : List.of(edition);
    known.forEach(one -> one.tables().stream().filter(table -> !table.workbook().startsWith(LOCAL))
        .forEach(table -> places.put(table.sheet(), table.workbook())));
    places.put(Layouts.EDITION.sheet(), EDITION_WORKBOOK);
    places.put(Layouts.INSTRUMENTS.sheet(), EDITION_WORKBOOK);
    places.put(Layouts.PROVISIONS.sheet(), EDITION_WORKBOOK);
    return places;
  }

  private static Seen seen(byte[] content) {
    Set<String> sheets = new HashSet<>();
    Set<String> cited = new HashSet<>();
    Set<String> registered = new HashSet<>();
    EditionId stated = null;
    try {
      for (RawSheet sheet : RawWorkbook.outline(content)) {
        sheets.add(sheet.name());
        String heading = sheet.columns().get(0).heading();
        Set<String> ids = heading.equals(CITED) ? cited : heading.equals(REGISTERED) ? registered : new HashSet<>();
        sheet.rows().stream().map(row -> row.values().get(0)).filter(String.class::isInstance)
            .forEach(id -> ids.add((String) id));
        if (sheet.name().equals(Layouts.EDITION.sheet()) && sheet.rows().size() == 1) {
          stated = stated(sheet.rows().get(0).values());
        }
      }
    } catch (IOException e) {
      // What cannot be read is told by the check.
      return new Seen(Set.of(), Set.of(), Set.of(), null, Optional.empty());
    }
    return new Seen(sheets, cited, registered, stated, WorkbookMark.of(content));
  }

  private static EditionId stated(List<Object> cells) {
    String year = cells.get(1) instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString()
        : String.valueOf(cells.get(1));
    return TableName.edition(cells.get(0) + "/" + year).orElse(null);
  }

  private EditionDescription named(EditionId id) {
    return editions.stream().filter(edition -> edition.id().equals(id)).findFirst().orElse(null);
  }

  private String zh(EditionId id) {
    EditionDescription edition = named(id);
    return edition == null ? " " + id + " " : edition.name();
  }

  private String en(EditionId id) {
    EditionDescription edition = named(id);
    return edition == null ? id.toString() : edition.nameEn();
  }

  private static String title(String workbook, boolean chinese) {
    if (workbook.equals(LOCAL)) {
      return chinese ? "“地方标准”" : "\"local standards\"";
    }
    return chinese ? "“" + WorkbookTitle.zh(workbook) + "”" : "\"" + WorkbookTitle.en(workbook) + "\"";
  }
}
