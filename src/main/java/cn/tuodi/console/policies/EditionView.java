package cn.tuodi.console.policies;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.Areas;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An edition as pages show it.
 *
 * @param description the edition
 * @param language language of the page
 * @param today the day the page is shown
 * @param workbooks its workbooks with their sheets
 */
public record EditionView(EditionDescription description, Language language, LocalDate today,
    List<Workbook> workbooks) {

  private static final int HASH_DIGITS = 12;
  private static final String ALGORITHM = "sha256:";

  /**
   * A workbook.
   *
   * @param file file name
   * @param title what it holds
   * @param download where it is downloaded
   * @param sheets its sheets
   */
  record Workbook(String file, String title, String download, List<SheetLink> sheets) {}

  /**
   * A sheet of a workbook.
   *
   * @param name name of the sheet
   * @param title its name in the language of the page
   * @param rows how many rows of data it has
   * @param address its page
   */
  record SheetLink(String name, String title, int rows, String address) {}

  /** Whether an edition applies on a day. */
  enum Standing {
    FUTURE,
    IN_FORCE,
    ENDED
  }

  /** An edition without its sheets. */
  public static EditionView of(EditionDescription edition, Language language) {
    return new EditionView(edition, language, LocalDate.now(), List.of());
  }

  /** An edition with its sheets. */
  public static EditionView of(EditionDescription edition, List<Sheet> sheets, Language language) {
    Map<String, List<SheetLink>> byFile = new LinkedHashMap<>();
    for (Sheet sheet : sheets) {
      byFile.computeIfAbsent(sheet.workbook(), file -> new ArrayList<>())
          .add(new SheetLink(sheet.name(), Glossary.of(sheet.name(), language), sheet.rows().size(),
              Addresses.sheet(edition.id(), sheet.workbook(), sheet.name())));
    }
    List<Workbook> workbooks = new ArrayList<>();
    byFile.forEach(
        (file, links) -> workbooks.add(new Workbook(file, WorkbookNames.of(file, language),
            Addresses.workbook(edition.id().toString(), file), links)));
    return new EditionView(edition, language, LocalDate.now(), workbooks);
  }

  /** Its name. */
  public String name() {
    return language.of(description.name(), description.nameEn());
  }

  /** The area that it is for. */
  public String area() {
    return language.text("language.bracketed", Areas.inFull(description.areaCode(), language), description.areaCode());
  }

  /** Its name as addresses have it. */
  public String id() {
    return description.id().toString();
  }

  /** Page of the edition. */
  public String address() {
    return Addresses.edition(description.id());
  }

  /** Page of its provisions. */
  public String register() {
    return Addresses.register(description.id());
  }

  /** The days on which it applies. */
  public String days() {
    return description.to() == null ? language.text("console.from", description.from())
        : language.text("console.to", description.from(), description.to());
  }

  /** Whether it applies today. */
  public Standing standing() {
    if (today.isBefore(description.from())) {
      return Standing.FUTURE;
    }
    return description.isInForceOn(today) ? Standing.IN_FORCE : Standing.ENDED;
  }

  /** The same in words. */
  public String standingText() {
    return switch (standing()) {
      case FUTURE -> language.text("console.not-yet-in-force");
      case IN_FORCE -> language.text("console.in-force-2");
      case ENDED -> language.text("console.ended");
    };
  }

  /** The first digits of its content hash. */
  public String shortHash() {
    String hash = description.contentHash();
    String digits = hash.startsWith(ALGORITHM) ? hash.substring(ALGORITHM.length()) : hash;
    return digits.length() > HASH_DIGITS ? digits.substring(0, HASH_DIGITS) : digits;
  }

  /** How many sheets state rows. */
  public int tables() {
    return description.tables().size();
  }

  /** How many provisions are registered. */
  public int provisions() {
    return description.provisions().size();
  }

  /** How many of them are computed. */
  public long computed() {
    return description.provisions().values().stream()
        .filter(provision -> provision.status() == Provision.Status.COMPUTED).count();
  }

  /** The title of an instrument in the language of the page. */
  public List<InstrumentLine> instruments() {
    return description.instruments().stream()
        .map(instrument -> new InstrumentLine(instrument.number(),
            language.of(instrument.title(), instrument.titleEn()), instrument.issuedOn(), instrument.inForceFrom()))
        .toList();
  }

  /**
   * A document that the edition rests on.
   *
   * @param number document number
   * @param title its title
   * @param issuedOn day of issue
   * @param inForceFrom day from which it is in force
   */
  record InstrumentLine(String number, String title, LocalDate issuedOn, LocalDate inForceFrom) {}
}
