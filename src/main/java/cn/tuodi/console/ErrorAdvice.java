package cn.tuodi.console;

import cn.tuodi.api.UnknownEdition;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;

/**
 * What somebody at a page is told about a problem: problems themselves speak to programs.
 *
 * @param title what happened, in short
 * @param text what happened
 * @param next what to do
 */
record ErrorAdvice(String title, String text, String next) {

  /**
   * The advice on a problem.
   *
   * @param problem the problem
   * @param shown whether a page was asked for, rather than a form sent
   * @param language language of the page
   */
  static ErrorAdvice on(Problem problem, boolean shown, Language language) {
    return switch (problem.status()) {
      case 404 -> missing(problem, language);
      case 405, 406, 415 -> new ErrorAdvice(language.text("console.this-cannot-be-opened-like-that"),
          language.text("console.this-address-only-takes-what-a"),
          language.text("console.start-again-from-the-desk-or"));
      case 408 -> new ErrorAdvice(language.text("console.the-upload-stopped"),
          language.text("console.not-all-of-it-arrived-nothing"),
          language.text("console.check-the-connection-go-back-and"));
      case 413 -> new ErrorAdvice(language.text("console.the-file-is-too-large"),
          language.text("console.pages-take-at-most-5-mb"),
          language.text("console.remove-pictures-and-sheets-that-do-not"));
      case 429, 503 ->
        new ErrorAdvice(problem.title(), language.text("console.this-was-not-processed") + said(problem),
            language.text("console.wait-a-moment-then-load-the"));
      case 500 -> new ErrorAdvice(language.text("console.something-went-wrong"),
          language.text("console.the-service-could-not-do-this"),
          language.text("console.try-again-if-it-fails-again"));
      default -> new ErrorAdvice(problem.title(), refused(problem, language), shown
          ? language.text("console.start-again-from-the-desk-or")
          : next(problem, language));
    };
  }

  /** The same with names of editions and workbooks. */
  ErrorAdvice with(ResultText plain) {
    return new ErrorAdvice(title, plain.of(text), next);
  }

  /** The same at a page on year accounts, where one begins again with the person's year. */
  ErrorAdvice onAccounts(Problem problem, Language language) {
    return switch (problem.status()) {
      case 400, 404, 405, 406, 415 -> new ErrorAdvice(title, text, language.text("console.start-again-from-the-year"));
      default -> this;
    };
  }

  /** What to do about a form that was refused: most are corrected and sent again, some are not to be. */
  private static String next(Problem problem, Language language) {
    return switch (problem.code()) {
      case "BASE_CHANGED", "DRAFT_CHANGED", "PUBLICATION_PENDING", "UNDO_ANOTHER_FIRST", "SECOND_PERSON_NEEDED" ->
        language.text("console.open-the-draft-or-the-history");
      case "WRONG_WORKBOOK" -> language.text("console.go-back-and-choose-another-workbook");
      case "NOT_SOUND" -> language.text("console.open-the-draft-from-the-desk");
      case "NOTHING_CHANGED" -> language.text("console.there-is-nothing-more-to-do");
      case "TOO_MANY_DRAFTS" -> language.text("console.delete-drafts-that-are-not-needed");
      case "NO_STORE", "STORE_READ_ONLY", "DAMAGED" -> language.text("console.ask-the-operators");
      default -> language.text("console.go-back-correct-it-and-send");
    };
  }

  /** What is refused: single faults are listed below, and their places in a request tell people nothing. */
  private static String refused(Problem problem, Language language) {
    return problem.violations() == null || problem.violations().isEmpty() ? problem.detail()
        : language.text("console.this-has-to-be-corrected");
  }

  private static ErrorAdvice missing(Problem problem, Language language) {
    if (problem.code().equals(UnknownEdition.CODE)) {
      return new ErrorAdvice(problem.title(), problem.detail(),
          language.text("console.choose-again-from-the-overview-of"));
    }
    boolean unknown = problem.code().equals("NOT_FOUND");
    return new ErrorAdvice(language.text("console.no-such-page"),
        unknown ? language.text("console.there-is-nothing-at-this-address")
            : problem.detail(),
        unknown ? language.text("console.check-the-address-or-start-again")
            : language.text("console.it-may-have-been-deleted-or"));
  }

  private static String said(Problem problem) {
    return problem.code().equals("OVERLOADED") ? "" : problem.detail();
  }
}
