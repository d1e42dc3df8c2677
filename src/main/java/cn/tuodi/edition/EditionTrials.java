package cn.tuodi.edition;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Question;
import cn.tuodi.edition.proof.Coverage;
import cn.tuodi.edition.proof.RowExample;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.edition.source.Period;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.language.Message;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Tries an edition out before it is used: every row decides a claim that it applies to or answers a question, at ordinary
 * and at extreme figures, and what comes out is told in every way in which this program tells it. A row at which that
 * fails is found here and not by the first person whom it meets.
 */
final class EditionTrials {

  private static final Logger LOG = Logger.getLogger(EditionTrials.class);
  private static final List<EditionTrial> OF_CLAIMS = load(EditionTrial.class);
  private static final List<QuestionTrial> OF_QUESTIONS = load(QuestionTrial.class);

  private static final List<CaseTrial> OF_CASES = load(CaseTrial.class);

  private static final List<EditionTrial> OF_EACH_COST =
      OF_CLAIMS.stream().filter(trial -> !trial.variesCosts()).toList();

  private final Edition edition;
  /** Claims and questions that nothing failed at; many rows apply to the same. */
  private final Set<Object> sound = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private EditionTrials(Edition edition) {
    this.edition = edition;
  }

  private static <T> List<T> load(Class<T> service) {
    return ServiceLoader.load(service, EditionTrials.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get).toList();
  }

  /** Questions for the rows of an edition. */
  static List<RowQuestion> questions(String region, Period validity, Integer premiumsFrom, Map<String, Sheet> sheets) {
    return OF_QUESTIONS.stream()
        .flatMap(trial -> trial.questions(region, validity, premiumsFrom, sheets).stream()).toList();
  }

  /**
   * Tries an edition out.
   *
   * @throws InvalidEdition with the rows that fail
   */
  static void check(Edition edition, CheckedEdition checked) {
    EditionTrials trials = new EditionTrials(edition);
    trials.tryClaims(checked.examples());
    trials.tryQuestions(checked.questions());
    checked.cases().forEach(trials::tryCase);
    for (EditionDescription area : edition.description().areas()) {
      trials.tryArea(area.areaCode(), checked);
    }
    if (!trials.findings.isEmpty()) {
      throw new InvalidEdition(edition.id().toString(), trials.findings);
    }
  }

  private void tryClaims(List<RowExample> examples) {
    for (RowExample example : examples) {
      String error = isToldEnough(example.sheet()) ? null : error(example.claim());
      if (error != null) {
        find(example.sheet(), example.row(), error, Message.of("edition.a-claim-that-the-row-applies"),
            example.claim());
      }
    }
  }

  private void tryQuestions(List<RowQuestion> questions) {
    for (RowQuestion question : questions) {
      String error = isToldEnough(question.sheet()) ? null : error(question.questions());
      if (error != null) {
        find(question.sheet(), question.row(), error, Message.of("edition.a-question-that-the-row-answers"), null);
      }
    }
  }

  private void tryCase(WorkedCase worked) {
    List<Finding> found = new ArrayList<>();
    String error = error(() -> OF_CASES.forEach(trial -> found.addAll(trial.findings(edition, worked))));
    if (error == null) {
      findings.addAll(found);
    } else {
      find(worked.sheet(), worked.bills().get(0).row(), error, Message.of("edition.a-worked-case"), null);
    }
  }

  private boolean isToldEnough(Sheet sheet) {
    return findings.stream().filter(finding -> sheet.name().equals(finding.sheet())).count() >= Coverage.MOST;
  }

  private void find(Sheet sheet, Row row, String error, Message tried, Claim claim) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), Column.letter(0) + row.number(),
        Message.of("edition.row-could-not-be-decided-and", row.number(), tried, error),
        claim));
  }

  private void tryArea(String area, CheckedEdition checked) {
    Stream.concat(
        checked.examples().stream().map(example -> error(TrialClaims.in(area, example.claim()))),
        checked.questions().stream().map(row -> error(row.questions().stream().map(one -> one.in(area)).toList())))
        .filter(Objects::nonNull).findFirst().ifPresent(error -> findings.add(Finding.ofFile(
            EditionSources.LOCAL + area,
            Message.of("edition.a-claim-or-a-question-under", error))));
  }

  private String error(Claim claim) {
    return error(() -> {
      TrialClaims.of(claim).forEach(tried -> tryOut(tried, OF_CLAIMS));
      TrialClaims.ofOtherCosts(claim).forEach(tried -> tryOut(tried, OF_EACH_COST));
    });
  }

  private String error(List<? extends Question> questions) {
    return error(() -> questions.forEach(tried -> {
      goOn();
      if (!sound.contains(tried)) {
        OF_QUESTIONS.forEach(trial -> trial.tryOut(edition, tried));
        sound.add(tried);
      }
    }));
  }

  private void tryOut(Claim claim, List<EditionTrial> trials) {
    goOn();
    if (!sound.contains(claim)) {
      trials.forEach(trial -> trial.tryOut(edition, claim));
      sound.add(claim);
    }
  }

  /** Whoever waits for this may have left, or it has taken too long. */
  private static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }

  /** The id under which a failure stands in the log, or null where there is none. */
  private String error(Runnable trial) {
    try {
      trial.run();
      return null;
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      String id = UUID.randomUUID().toString();
      LOG.errorf(e, "the edition %s fails where it is tried out, error %s", edition.id(), id);
      return id;
    }
  }
}
