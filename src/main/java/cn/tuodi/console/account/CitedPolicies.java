package cn.tuodi.console.account;

import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.ByCare;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.account.KeptDecision.Payout;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What decisions cite, as people read it: the names of editions, and the rows that say which kinds of care share a cap or a
 * deductible. Reads workbooks, for which no transaction has to wait.
 */
final class CitedPolicies {

  private static final String SHARED = "累计口径";
  private static final Map<String, String> FURTHER = Map.of("第二限额", "第二限额累计口径", "第三限额", "第三限额累计口径");
  private static final String OF_DEDUCTIBLE = "起付线累计口径";
  private static final String EACH_BILL = "起付线按次计算";
  private static final String PROVISION = "条款";

  private final Collection<EditionDescription> editions;
  private final Sheets sheets;
  private final Language language;
  private final Map<String, Optional<Sheet>> read = new HashMap<>();
  private final Map<TermsRow, Optional<Terms>> rows = new HashMap<>();

  /** Where sheets of editions are read. */
  interface Sheets {

    /** A sheet; empty where the edition has none of this name. */
    Optional<Sheet> find(EditionDescription edition, String workbook, String sheet);
  }

  CitedPolicies(Collection<EditionDescription> editions, Sheets sheets, Language language) {
    this.editions = editions;
    this.sheets = sheets;
    this.language = language;
  }

  Language language() {
    return language;
  }

  /** The name of an edition. */
  String name(String edition) {
    return EditionId.parsed(edition).map(id -> DisplayNames.edition(id, editions, language)).orElse(edition);
  }

  /** Kinds of care, one after the other. */
  static String named(Accumulator kinds, Language language) {
    return kinds.kinds().stream().map(kind -> Glossary.of(kind.label(), language))
        .collect(Collectors.joining(language.text("console.list-comma")));
  }

  /**
   * A row of the terms of assistance that a decision cites.
   *
   * @param edition the edition
   * @param workbook its workbook
   * @param number the row, as spreadsheets number it
   * @param provision the provision that it states
   */
  record TermsRow(String edition, String workbook, int number, String provision) {

    /** The row that a payout cites first; empty where it cites none. */
    static Optional<TermsRow> of(KeptDecision kept, Payout payout) {
      return KeptDecision.all(payout.line().get("provisions")).stream()
          .filter(cited -> Layouts.TERMS.sheet().equals(cited.path("sheet").textValue())).findFirst().map(cited -> {
            String table = cited.get("table").textValue();
            return new TermsRow(kept.edition(), table.substring(table.lastIndexOf('/') + 1),
                cited.get("row").intValue(), cited.get("id").textValue());
          });
    }
  }

  /**
   * The kinds of care that share a yearly cap of medical assistance, as the row says that the decision cites; empty where
   * the row is no longer there, or adds up to something else than the decision has.
   *
   * @param source where the cap comes from
   * @param before what was used of it before
   * @param paidBefore what was paid as assistance before
   */
  Optional<Accumulator> shared(Caps.Source source, Money before, ByCare paidBefore) {
    if (source.care() != null) {
      return Optional.of(new Accumulator(EnumSet.of(source.care())));
    }
    return terms(source.row()).flatMap(row -> Optional.ofNullable(row.cap(source.place(), source.count())))
        .filter(shared -> shared.of(paidBefore).equals(before));
  }

  /**
   * The kinds of care whose cost counts for the deductible of a bill: none where each bill stands by itself; empty where it
   * is not known.
   */
  Optional<Accumulator> deductible(KeptDecision kept) {
    return kept.payouts().stream().filter(payout -> payout.benefit() == Benefit.MEDICAL_ASSISTANCE).findFirst()
        .flatMap(payout -> TermsRow.of(kept, payout)).flatMap(this::terms)
        .flatMap(row -> Optional.ofNullable(row.deductible()));
  }

  /** A row of the terms of assistance. */
  private record Terms(Sheet sheet, Row row) {

    /** What shares one of so many caps: further ones come after that of the year. */
    private Accumulator cap(int place, int caps) {
      List<String> headings = new ArrayList<>();
      for (String cap : List.of("第二限额", "第三限额")) {
        if (sheet.value(row, cap) != null) {
          headings.add(FURTHER.get(cap));
        }
      }
      int further = place - (caps - headings.size());
      return (Accumulator) sheet.value(row, further < 0 ? SHARED : headings.get(further));
    }

    private Accumulator deductible() {
      if (Boolean.TRUE.equals(sheet.value(row, EACH_BILL))) {
        return Accumulator.NONE;
      }
      Object own = sheet.value(row, OF_DEDUCTIBLE);
      return (Accumulator) (own == null ? sheet.value(row, SHARED) : own);
    }
  }

  private Optional<Terms> terms(TermsRow cited) {
    return cited == null ? Optional.empty() : rows.computeIfAbsent(cited, this::read);
  }

  private Optional<Terms> read(TermsRow cited) {
    return editions.stream().filter(known -> known.id().toString().equals(cited.edition())).findFirst()
        .flatMap(edition -> read.computeIfAbsent(cited.edition() + "#" + cited.workbook(),
            key -> sheets.find(edition, cited.workbook(), Layouts.TERMS.sheet())))
        .flatMap(sheet -> sheet.rows().stream()
            .filter(row -> row.number() == cited.number()
                && cited.provision().equals(sheet.value(row, PROVISION)))
            .findFirst().map(row -> new Terms(sheet, row)));
  }
}
