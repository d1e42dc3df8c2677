package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.LocalCase;
import cn.tuodi.assistance.PolicyCase;
import cn.tuodi.assistance.QuestionCase;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.edition.proof.ProvisionTests;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.worked.WorkedBill;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Provision;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The register says what applies a provision and which cases prove it; nothing in it is a promise only. */
class RegisterTest {

  private static final Path FILE = Path.of("src/main/resources/register/proofs.json");
  private static final String WRITE = "proofs.write";
  private static final int MAX_PROOFS = 3;
  private static final Set<Provision.Question> ANSWERED = EnumSet.of(Provision.Question.CLAIM,
      Provision.Question.ENROLMENT, Provision.Question.APPLICATION, Provision.Question.RECOGNITION,
      Provision.Question.PORTFOLIO);
  /** Tests of what is computed over a portfolio; the sentence of each begins with the provision that it proves. */
  private static final List<String> PORTFOLIO_TESTS = List.of("cn.tuodi.simulation.SimulationTest");
  private static final Map<String, List<String>> DERIVED = derive();

  @Test
  @DisplayName("The file of proofs names the cases that prove a provision")
  void fileIsTrue() throws IOException {
    String derived = text(DERIVED);
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, derived);
    }
    assertEquals(derived, Files.readString(FILE),
        FILE + " is not what the cases prove; refresh it: ./mvnw test -Dtest=RegisterTest -D" + WRITE + "=true");
  }

  @Test
  @DisplayName("The proofs are loaded from the application")
  void proofsAreLoaded() {
    assumeFalse(Boolean.getBoolean(WRITE), "the application was built with the file as it was");
    ProvisionTests proofs = ProvisionTests.load();
    DERIVED.forEach((provision, names) -> assertEquals(names, proofs.of(provision)));
    assertEquals(List.of(), proofs.of("GX22-ORG"));
  }

  @TestFactory
  @DisplayName("A provision that a question is answered by has a rule or a row")
  Stream<DynamicTest> provisionsAreApplied() {
    return forQuestions((edition, provision) -> assertTrue(applied(edition).contains(provision.id()),
        () -> "no rule and no row of " + edition.id() + " applies " + provision.id() + ": " + provision.en()));
  }

  @TestFactory
  @DisplayName("A provision that a question is answered by is proved by a case")
  Stream<DynamicTest> provisionsAreProved() {
    return forQuestions((edition, provision) -> assertFalse(DERIVED.getOrDefault(provision.id(), List.of()).isEmpty(),
        () -> "no case proves " + provision.id() + ": " + provision.en()));
  }

  @TestFactory
  @DisplayName("A case proves only what a register lists")
  Stream<DynamicTest> casesProveRegisteredProvisions() {
    Set<String> registered = editions().flatMap(edition -> edition.provisions().keySet().stream())
        .collect(Collectors.toSet());
    return Stream.of(QuestionCase.all().stream().map(example -> Map.entry(example.toString(), example.proves())),
        LocalCase.all().stream().map(example -> Map.entry(example.toString(), example.question().proves())))
        .flatMap(examples -> examples)
        .filter(example -> !example.getValue().isEmpty()).map(example -> dynamicTest(example.getKey(),
            () -> assertTrue(registered.containsAll(example.getValue()), () -> example.getValue().toString())));
  }

  private static Stream<EditionDescription> editions() {
    return BuiltEditions.CATALOGUE.editions().stream().map(Edition::description);
  }

  private static Stream<DynamicTest> forQuestions(BiConsumer<EditionDescription, Provision> check) {
    return editions().flatMap(edition -> edition.provisions().values().stream()
        .filter(provision -> ANSWERED.contains(provision.question()))
        .filter(provision -> provision.status() != Provision.Status.ORGANISATIONAL)
        .map(provision -> dynamicTest(edition.id() + " " + provision.id(), () -> check.accept(edition, provision))));
  }

  private static Set<String> applied(EditionDescription edition) {
    Set<String> applied = new HashSet<>();
    edition.tables().forEach(table -> table.rows().forEach(row -> applied.addAll(row.provisions())));
    edition.rules().forEach(rule -> applied.add(rule.provision()));
    return applied;
  }

  /**
   * The cases that prove each provision. Cases that say so come first, then those of the contract by name, then worked
   * ones, then the random ones, whose names say nothing.
   */
  private static Map<String, List<String>> derive() {
    AssistanceDecider decider = new AssistanceDecider(BuiltEditions.CATALOGUE);
    List<PolicyCase> cases = PolicyCase.all();
    Map<String, List<String>> proofs = new TreeMap<>();
    List<Proof> proved = new ArrayList<>();
    for (PolicyCase example : cases) {
      PolicyCase.Answer answer = example.answer(decider, true);
      if (example.differences(answer).isEmpty()) {
        int weight = example.file().contains("random") ? 3 : 1;
        cited(answer.body()).forEach(provision -> proved.add(new Proof(provision, example.name(), weight)));
      }
    }
    for (EditionId id : EditionArchive.ids()) {
      for (WorkedCase worked : EditionChecker.check(EditionArchive.sources(id)).cases()) {
        worked.proves().forEach(provision -> proved.add(new Proof(provision, worked.nameEn(), 0)));
        cited(worked, decider).forEach(provision -> proved.add(new Proof(provision, worked.nameEn(), 2)));
      }
    }
    for (QuestionCase example : QuestionCase.all()) {
      PolicyCase.Answer answer = example.answer(BuiltEditions.CATALOGUE);
      if (example.differences(answer).isEmpty()) {
        int weight = example.name().startsWith("random") ? 3 : example.file().endsWith("-policy.jsonl") ? 2 : 1;
        example.proves().forEach(provision -> proved.add(new Proof(provision, example.name(), 0)));
        cited(answer.body()).forEach(provision -> proved.add(new Proof(provision, example.name(), weight)));
      }
    }
    for (LocalCase example : LocalCase.all()) {
      PolicyCase.Answer answer = example.answer(LocalFixtures.CATALOGUE);
      if (LocalCase.differences(example.expect(), answer).isEmpty()) {
        example.question().proves().forEach(provision -> proved.add(new Proof(provision, example.name(), 0)));
      }
    }
    portfolioTests().forEach(sentence -> proved.add(new Proof(sentence.split(" ")[0], sentence, 0)));
    for (int weight = 0; weight <= 3; weight++) {
      for (Proof proof : proved) {
        List<String> names = proofs.computeIfAbsent(proof.provision(), id -> new ArrayList<>());
        if (proof.weight() == weight && names.size() < MAX_PROOFS && !names.contains(proof.name())) {
          names.add(proof.name());
        }
      }
    }
    return proofs;
  }

  private static List<String> portfolioTests() {
    try {
      List<String> sentences = new ArrayList<>();
      for (String name : PORTFOLIO_TESTS) {
        for (Method method : Class.forName(name).getDeclaredMethods()) {
          DisplayName sentence = method.getAnnotation(DisplayName.class);
          if (sentence != null && sentence.value().matches("[A-Z]{2}\\d{2}-.*")) {
            sentences.add(sentence.value());
          }
        }
      }
      return sentences;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Proof(String provision, String name, int weight) {}

  /** What the decisions of the bills of a worked case cite; each goes on from what the one before it left. */
  private static Set<String> cited(WorkedCase worked, AssistanceDecider decider) {
    Set<String> cited = new HashSet<>();
    YearToDate year = null;
    for (WorkedBill bill : worked.bills()) {
      Claim claim = year == null ? bill.claim() : bill.claim().continuing(year);
      Decision decision = (Decision) decider.decide(claim, true);
      year = decision.yearToDate();
      try {
        cited.addAll(cited(JsonMapper.builder().build().readTree(Json.bytes(DecisionView.of(decision, Language.EN)))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return cited;
  }

  /** Every provision that a decision cites anywhere, or that a rule applied. */
  private static Set<String> cited(JsonNode decision) {
    Set<String> cited = new HashSet<>();
    decision.findValues("provisions")
        .forEach(provisions -> provisions.forEach(provision -> cited.add(provision.get("id").asText())));
    decision.path("trace").forEach(fired -> cited.add(fired.path("provision").asText("")));
    cited.remove("");
    return cited;
  }

  private static String text(Map<String, List<String>> proofs) {
    return proofs.entrySet().stream()
        .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue().stream()
            .map(name -> TextNode.valueOf(name).toString()).collect(Collectors.joining(", ", "[", "]")))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }
}
