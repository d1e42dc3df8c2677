package cn.tuodi.console.trial;

import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.CellText;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Page;
import cn.tuodi.console.policies.CheckedWorkbooks;
import cn.tuodi.console.policies.TableView;
import cn.tuodi.console.trial.AnswerView.Reference;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Citations with what the cited rows say. */
final class References {

  private final EditionDescription edition;
  private final CheckedWorkbooks workbooks;
  private final Language language;
  private final Map<String, TableView> tables = new HashMap<>();

  References(EditionDescription edition, CheckedWorkbooks workbooks, Language language) {
    this.edition = edition;
    this.workbooks = workbooks;
    this.language = language;
  }

  List<Reference> of(List<DecisionJson.ProvisionJson> provisions) {
    return provisions.stream().map(this::of).toList();
  }

  private Reference of(DecisionJson.ProvisionJson provision) {
    String id = edition.id().toString();
    String register = Addresses.provision(id, provision.id());
    if (provision.table() == null) {
      return new Reference(provision.id(), provision.instrument(), DisplayNames.article(provision.article(), language),
          register, null, null,
          List.of());
    }
    String workbook = provision.table().substring(provision.table().lastIndexOf('/') + 1);
    String place = language.text("console.row-2",
        language.of(provision.sheet(), Glossary.of(provision.sheet(), language)), provision.row());
    return new Reference(provision.id(), provision.instrument(), DisplayNames.article(provision.article(), language),
        register,
        place,
        Addresses.row(id, workbook, provision.sheet(), provision.row()),
        cells(workbook, provision.sheet(), provision.row()));
  }

  /** What the row says, without what it leaves open. */
  private List<TableView.Cell> cells(String workbook, String sheet, int row) {
    TableView table = tables.computeIfAbsent(workbook + "#" + sheet,
        name -> workbooks.find(edition, workbook, sheet).map(found -> TableView.of(edition, found, language))
            .orElse(null));
    TableView.Line line = table == null ? null : table.row(row);
    return line == null ? List.of()
        : line.cells().stream()
            .filter(cell -> !cell.empty() && !cell.text().isEmpty() && !cell.heading().kind().equals("note")
                && !(language == Language.ZH && Page.isEnglish(cell.heading().text())))
            .map(this::inWords).toList();
  }

  /** Amounts in the language of the page. */
  private TableView.Cell inWords(TableView.Cell cell) {
    return cell.gloss() != null || !cell.text().endsWith(CellText.YUAN) ? cell
        : new TableView.Cell(cell.heading(), cell.text(), cell.text().replace(CellText.YUAN, language.of(CellText.YUAN,
            " yuan")), cell.provision(), cell.figure(), cell.empty());
  }
}
