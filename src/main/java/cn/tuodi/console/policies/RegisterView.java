package cn.tuodi.console.policies;

import cn.tuodi.api.PolicyJson;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Option;
import cn.tuodi.edition.proof.ProvisionTests;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Provision;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The provision register, or the part of it that was asked for.
 *
 * @param entries the provisions
 * @param all how many there are in all
 * @param words words that were looked for
 * @param status status that was asked for, or empty
 * @param question matter that was asked for, or empty
 * @param statuses what status there is to ask for
 * @param questions what matter there is to ask for
 */
record RegisterView(List<Entry> entries, int all, String words, String status, String question, List<Option> statuses,
    List<Option> questions) {

  /**
   * A provision.
   *
   * @param id its id
   * @param instrument document number
   * @param article article within the document
   * @param status whether it is computed
   * @param statusText the same in words
   * @param question which request it concerns, in words
   * @param summary what it provides
   * @param sheets rows that state it, by sheet
   * @param rules rules that apply it
   * @param tests cases that prove it, but for those among the worked cases
   * @param cases worked cases of the edition that prove it
   */
  record Entry(String id, String instrument, String article, String status, String statusText, String question,
      String summary, List<SheetRows> sheets, List<String> rules, List<String> tests, List<String> cases) {

    /** How many rules and cases there are, whose names are in English. */
    public int proofs() {
      return rules.size() + tests.size();
    }
  }

  /**
   * Rows of a sheet.
   *
   * @param title name of the sheet in the language of the page
   * @param rows the rows
   */
  record SheetRows(String title, List<RowLink> rows) {}

  /**
   * A row.
   *
   * @param number the row as the spreadsheet numbers it
   * @param address where it is shown
   */
  record RowLink(int number, String address) {}

  static RegisterView of(EditionDescription edition, List<WorkedCase> cases, ProvisionTests proofs, Language language,
      String words, String status, String question) {
    List<Provision> all = List.copyOf(edition.provisions().values());
    List<Entry> entries = PolicyJson.register(edition, proofs).provisions().stream()
        .filter(entry -> status.isEmpty() || edition.provisions().get(entry.id()).status().name().equals(status))
        .filter(entry -> question.isEmpty() || entry.question().name().equals(question))
        .filter(entry -> mentions(entry, words))
        .map(entry -> entry(edition, cases, entry, language)).toList();
    return new RegisterView(entries, all.size(), words, status, question,
        Arrays.stream(Provision.Status.values()).filter(value -> all.stream().anyMatch(one -> one.status() == value))
            .map(value -> new Option(value.name(), statusText(value, language), value.name().equals(status))).toList(),
        Arrays.stream(Provision.Question.values())
            .filter(value -> all.stream().anyMatch(one -> one.question() == value))
            .map(value -> new Option(value.name(),
                language.of(value.label(), questionEn(value)), value.name().equals(question)))
            .toList());
  }

  private static boolean mentions(PolicyJson.RegisterEntry entry, String words) {
    String text = String.join(" ", entry.id(), entry.instrument(), entry.article(), entry.summary(),
        entry.summaryEn(), String.join(" ", entry.rules()), String.join(" ", entry.tests())).toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }

  private static Entry entry(EditionDescription edition, List<WorkedCase> cases, PolicyJson.RegisterEntry entry,
      Language language) {
    Provision.Status status = edition.provisions().get(entry.id()).status();
    List<SheetRows> sheets = edition.tables().stream()
        .map(table -> new SheetRows(Glossary.of(table.sheet(), language),
            table.rows().stream().filter(row -> row.provisions().contains(entry.id()))
                .map(row -> new RowLink(row.row(),
                    Addresses.row(edition.id().toString(), table.workbook(), table.sheet(), row.row())))
                .toList()))
        .filter(rows -> !rows.rows().isEmpty()).toList();
    List<WorkedCase> proving = cases.stream().filter(worked -> worked.proves().contains(entry.id())).toList();
    List<String> tests = entry.tests().stream()
        .filter(test -> proving.stream().noneMatch(worked -> test.equals(worked.nameEn()))).toList();
    return new Entry(entry.id(), entry.instrument(), DisplayNames.article(entry.article(), language), status.name(),
        statusText(status, language),
        language.of(entry.question().label(), questionEn(entry.question())),
        language.of(entry.summary(), entry.summaryEn()), sheets, entry.rules(), tests,
        proving.stream().map(worked -> worked.title().in(language)).toList());
  }

  private static String statusText(Provision.Status status, Language language) {
    return switch (status) {
      case COMPUTED -> language.text("console.computed");
      case ANSWERED -> language.text("console.answered-by-a-notice");
      case ORGANISATIONAL -> language.text("console.organisational-not-computed");
    };
  }

  private static String questionEn(Provision.Question question) {
    return switch (question) {
      case CLAIM -> "Claims";
      case ENROLMENT -> "Enrolment";
      case APPLICATION -> "Application";
      case RECOGNITION -> "Recognition";
      case PORTFOLIO -> "Portfolio targets";
      case ORGANISATION -> "Organisation";
    };
  }
}
