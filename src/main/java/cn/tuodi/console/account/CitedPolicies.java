package cn.tuodi.console.account;

import cn.tuodi.answer.LimitName;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.account.KeptDecision.Limit;
import cn.tuodi.console.account.KeptDecision.Payout;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What decisions cite, as people read it: the names of editions, and the rows that say which kinds of care share a cap. */
final class CitedPolicies {

  private static final String SHARED = "累计口径";
  private static final Map<String, String> FURTHER = Map.of("第二限额", "第二限额累计口径", "第三限额", "第三限额累计口径");
  private static final String PROVISION = "条款";

  private final Collection<EditionDescription> editions;
  private final Sheets sheets;
  private final Language language;
  private final Map<String, Optional<Sheet>> read = new HashMap<>();

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

  /**
   * The kinds of care that share a yearly cap of medical assistance, as the row says that the decision cites; empty where
   * the row is no longer there, or adds up to something else than the decision has.
   */
  Optional<Accumulator> shared(KeptDecision kept, Payout payout, Limit limit) {
    if (limit.name() == LimitName.CARE_CAP) {
      return Optional.of(new Accumulator(EnumSet.of(kept.care().countedAs())));
    }
    List<Limit> caps = payout.limits().stream().filter(other -> other.name() == LimitName.ANNUAL_CAP).toList();
    return terms(kept, payout).flatMap(row -> Optional.ofNullable(row.get(caps.indexOf(limit), caps.size())))
        .filter(shared -> shared.of(kept.paidBefore()).equals(limit.before()));
  }

  /** A row of the terms of assistance. */
  private record Terms(Sheet sheet, Row row) {

    /** What shares one of so many caps: further ones come after that of the year. */
    private Accumulator get(int place, int caps) {
      List<String> headings = new ArrayList<>();
      for (String cap : List.of("第二限额", "第三限额")) {
        if (sheet.value(row, cap) != null) {
          headings.add(FURTHER.get(cap));
        }
      }
      int further = place - (caps - headings.size());
      return (Accumulator) sheet.value(row, further < 0 ? SHARED : headings.get(further));
    }
  }

  private Optional<Terms> terms(KeptDecision kept, Payout payout) {
    Optional<EditionDescription> edition =
        editions.stream().filter(known -> known.id().toString().equals(kept.edition())).findFirst();
    for (JsonNode cited : KeptDecision.all(payout.line().get("provisions"))) {
      if (edition.isPresent() && Layouts.TERMS.sheet().equals(cited.path("sheet").textValue())) {
        Optional<Sheet> sheet = sheet(edition.get(), cited.get("table").textValue(), cited.get("sheet").textValue());
        return sheet.flatMap(found -> found.rows().stream()
            .filter(row -> row.number() == cited.get("row").intValue()
                && cited.get("id").textValue().equals(found.value(row, PROVISION)))
            .findFirst().map(row -> new Terms(found, row)));
      }
    }
    return Optional.empty();
  }

  private Optional<Sheet> sheet(EditionDescription edition, String table, String sheet) {
    String workbook = table.substring(table.lastIndexOf('/') + 1);
    return read.computeIfAbsent(edition.id() + "#" + workbook + "#" + sheet,
        key -> sheets.find(edition, workbook, sheet));
  }
}
