package cn.tuodi.edition;

import static cn.tuodi.edition.Broken.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.application.ApplicationLedger;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.application.ApplicationStep;
import cn.tuodi.claim.Question;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.household.Household;
import cn.tuodi.household.HouseholdStep;
import cn.tuodi.household.RecognitionLedger;
import cn.tuodi.premium.PremiumLedger;
import cn.tuodi.premium.PremiumQuestion;
import cn.tuodi.premium.PremiumStep;
import cn.tuodi.table.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** An edition is tried out before it decides for anybody. */
class EditionTrialsTest {

  private static final byte[] BUILT = EditionArchive.kjar(new EditionId("guangxi", 2022));

  @Test
  @DisplayName("Every row of every sheet that a claim meets is tried out with a claim")
  void everyRow() {
    for (EditionId id : EditionArchive.ids()) {
      CheckedEdition checked = EditionChecker.check(EditionArchive.sources(id));
      Set<String> tried = checked.examples().stream()
          .map(example -> example.sheet().name() + " " + example.row().number()).collect(Collectors.toSet());
      for (String name : List.of("对象分类", "大病保险倾斜", "救助待遇", "准予条件", "比例调整")) {
        checked.sheets().stream().filter(sheet -> sheet.name().equals(name)).forEach(sheet -> sheet.rows()
            .forEach(row -> assertTrue(tried.contains(name + " " + row.number()), () -> id + " " + name + " " + row)));
      }
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @DisplayName("Figures at their edges are sound and are decided and told")
  @CsvSource(delimiter = '|', textBlock = """
      救助待遇 | L11 | 0
      救助待遇 | L11 | 1
      救助待遇 | Q11 | 0
      比例调整 | E10 | 1
      比例调整 | F11 | 0
      """)
  void edges(String sheet, String cell, BigDecimal figure) {
    assertEquals("guangxi/2022", compiled(Broken.changed(Broken.ASSISTANCE, book -> set(book.getSheet(sheet), cell,
        figure))).load().id().toString());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A row whose claims make this program fail is found, whatever fails and wherever")
  @CsvSource(delimiter = '|', textBlock = """
      throw new IllegalStateException();
      throw new StackOverflowError();
      throw new NoClassDefFoundError();
      $step.ledger().notice( cn.tuodi.answer.Notice.info( cn.tuodi.answer.NoticeCode.CARE_NOT_COVERED ) );
      $step.ledger().pay( new cn.tuodi.answer.PayoutLine( cn.tuodi.answer.Benefit.TOP_UP_ASSISTANCE, cn.tuodi.money.Money.ZERO, cn.tuodi.money.Money.ZERO, java.math.BigDecimal.TEN, java.util.List.of( new cn.tuodi.money.Schedule.Band( java.math.BigDecimal.ZERO, null, cn.tuodi.money.Rate.NONE, java.math.BigDecimal.ZERO, cn.tuodi.money.Money.ZERO ) ), java.util.List.of(), java.util.List.of() ) );
      """)
  void failing(String consequence) {
    Map<String, String> rules = new TreeMap<>(Broken.SOUND.rules());
    rules.put("guangxi/2022/failing.drl", """
        package tuodi.guangxi.y2022.failing
        rule "fails for inpatients of class 2"
        when $step : cn.tuodi.assistance.TermsStep( personClass == "CLASS_2", kind == "INPATIENT" )
        then %s
        end
        """.formatted(consequence));
    List<Finding> findings = assertThrows(InvalidEdition.class,
        () -> compiled(new EditionSources(Broken.SOUND.name(), rules, Broken.SOUND.workbooks()))).findings();
    Stream<Finding> terms = findings.stream().filter(finding -> finding.sheet().equals(Broken.TERMS));
    assertTrue(terms.allMatch(finding -> finding.file().equals(Broken.ASSISTANCE) && finding.example() != null));
    assertTrue(findings.stream().anyMatch(finding -> finding.sheet().equals(Broken.TERMS)), findings::toString);
    assertTrue(findings.get(0).zh().contains("错误编号") && findings.get(0).en().contains("error"), findings::toString);
  }

  @Test
  @DisplayName("Every row of premiums, applications and recognitions answers the question made for it")
  void everyQuestion() {
    for (EditionId id : EditionArchive.ids()) {
      CheckedEdition checked = EditionChecker.check(EditionArchive.sources(id));
      Edition edition = EditionCompiler.load(checked.description(), EditionArchive.kjar(id));
      for (String name : List.of("参保资助", "财政补助", "最低缴费", "待遇等待期", "依申请救助", "因病致贫认定")) {
        checked.sheets().stream().filter(sheet -> sheet.name().equals(name)).forEach(sheet -> sheet.rows()
            .forEach(row -> assertTrue(checked.questions().stream()
                .filter(question -> question.sheet() == sheet && question.row() == row)
                .anyMatch(question -> fired(edition, question.questions().get(0)).stream()
                    .anyMatch(rule -> rule.endsWith("_" + row.number()))),
                () -> id + " " + name + " " + row)));
      }
    }
  }

  /** The names of the rules that fire where a question is asked. */
  private static List<String> fired(Edition edition, Question question) {
    List<String> names = new ArrayList<>();
    Object first = question instanceof PremiumQuestion premium
        ? PremiumStep.of(premium, edition.description(), PremiumLedger.empty())
        : question instanceof ApplicationQuestion application
            ? new ApplicationStep(application, null, edition.description(), new ApplicationLedger())
            : new HouseholdStep((Household) question, edition.description(), new RecognitionLedger());
    edition.rules().run(first, new DefaultAgendaEventListener() {
      @Override
      public void afterMatchFired(AfterMatchFiredEvent event) {
        names.add(event.getMatch().getRule().getName());
      }
    });
    return names;
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A row whose questions make this program fail is found, with workbook, sheet and row")
  @CsvSource(delimiter = '|', textBlock = """
      premium.PremiumHolderStep( type == "MINIMUM_LIVING" ) | premiums.xlsx     | 参保资助
      premium.PremiumStep( insuredYear == 2022 ) | premiums.xlsx     | 财政补助
      premium.PremiumHolderStep( event == "NEWBORN" ) | premiums.xlsx     | 待遇等待期
      application.ApplicationTermsStep( entitled == false ) | applications.xlsx | 依申请救助
      household.ThresholdStep() | applications.xlsx | 因病致贫认定
      """)
  void failingQuestions(String fact, String workbook, String sheet) {
    Map<String, String> rules = new TreeMap<>(Broken.SOUND.rules());
    rules.put("guangxi/2022/failing.drl", """
        package tuodi.guangxi.y2022.failing
        rule "fails for some"
        when cn.tuodi.%s
        then throw new IllegalStateException();
        end
        """.formatted(fact));
    List<Finding> findings = assertThrows(InvalidEdition.class,
        () -> compiled(new EditionSources(Broken.SOUND.name(), rules, Broken.SOUND.workbooks()))).findings();
    assertTrue(findings.stream().anyMatch(finding -> finding.file().equals(workbook)
        && finding.sheet().equals(sheet) && finding.cell().matches("A\\d+")), findings::toString);
  }

  private static CompiledEdition compiled(EditionSources sources) {
    return CompiledEdition.of(sources, Set.of(), BUILT);
  }
}
