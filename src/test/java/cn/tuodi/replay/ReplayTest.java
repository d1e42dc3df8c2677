package cn.tuodi.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.DecisionIdScheme;
import cn.tuodi.assistance.PolicyCase;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.replay.ReplayJson.DifferenceJson;
import cn.tuodi.replay.ReplayJson.Result;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims decided again and compared with decisions that were altered in one way or another. */
class ReplayTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String OTHER_HASH = "sha256:" + "0".repeat(64);
  private static final JsonNode CLAIM = richest();

  @Test
  @DisplayName("Every case, in whichever language it was answered and is asked again, is the same")
  void everyCase() {
    int compared = 0;
    for (PolicyCase example : PolicyCase.all()) {
      for (Language language : Language.values()) {
        JsonNode earlier = decision(example.request(), language);
        if (earlier != null) {
          assertEquals(List.of(), replay(example.request(), earlier, Language.ZH).differences(), example.toString());
          compared++;
        }
      }
    }
    assertTrue(compared > 300, "only " + compared);
  }

  @Test
  @DisplayName("Numbers are compared by value, and the rules that fired are not compared")
  void numbersByValue() throws IOException {
    String text = decision(CLAIM, Language.ZH).toString();
    assertTrue(text.contains(".00"));
    ObjectNode earlier = (ObjectNode) JSON.readTree(text.replace(".00,", ",").replace(".00}", "e0}"));
    earlier.putArray("trace").addObject().put("rule", "x");
    ReplayJson replay = replay(CLAIM, earlier, Language.ZH);
    assertEquals(Result.IDENTICAL, replay.result());
    assertEquals(false, replay.claimChanged());
    assertEquals(replay.decisionId(), replay.earlierDecisionId());
  }

  @TestFactory
  @DisplayName("Whatever single value of a decision is altered, it is found, and its difference points at it")
  Stream<DynamicTest> everyValue() {
    ObjectNode decision = decision(CLAIM, Language.ZH);
    List<String> leaves = new ArrayList<>();
    leaves("", decision, leaves);
    assertTrue(leaves.size() > 60, leaves.toString());
    return leaves.stream().map(leaf -> DynamicTest.dynamicTest(leaf, () -> {
      ObjectNode altered = decision.deepCopy();
      alter(altered, leaf);
      for (Language language : Language.values()) {
        ReplayJson replay = replay(CLAIM, altered, language);
        assertEquals(Result.DIFFERENT, replay.result());
        assertTrue(replay.differences().stream().anyMatch(found -> leaf.startsWith(found.pointer())),
            replay.differences().toString());
        assertEquals(leaf.endsWith("/contentHash") ? null : (Object) leaf.equals("/decisionId"),
            replay.claimChanged());
        replay.differences().forEach(found -> assertFalse(found.message().matches(".*\\bnull\\b.*"), found.message()));
      }
    }));
  }

  @TestFactory
  @DisplayName("Whatever is left out of a decision or added to it is found")
  Stream<DynamicTest> everyObject() {
    ObjectNode decision = decision(CLAIM, Language.EN);
    List<String> objects = new ArrayList<>();
    objects("", decision, objects);
    assertTrue(objects.size() > 20, objects.toString());
    return objects.stream().map(at -> DynamicTest.dynamicTest(at.isEmpty() ? "the whole" : at, () -> {
      ObjectNode added = decision.deepCopy();
      ((ObjectNode) added.at(at)).put("ad/ded", 1);
      DifferenceJson found = only(replay(CLAIM, added, Language.EN), at.contains("provisions") ? null : "ad~1ded");
      assertEquals(at.contains("provisions") ? DifferenceKind.PROVISIONS : DifferenceKind.FIELD, found.kind());
      List<String> names = new ArrayList<>();
      decision.at(at).fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (!needed(at, name)) {
          ObjectNode less = decision.deepCopy();
          ((ObjectNode) less.at(at)).remove(name);
          assertEquals(Result.DIFFERENT, replay(CLAIM, less, Language.EN).result(), name);
        }
      }
    }));
  }

  @Test
  @DisplayName("A changed rate is named with the provision and row of now and of then")
  void rateNamed() {
    ObjectNode earlier = decision(CLAIM, Language.EN);
    ObjectNode line = line(earlier, "MEDICAL_ASSISTANCE");
    int index = index(earlier, "MEDICAL_ASSISTANCE");
    JsonNode nowCited = line.at("/provisions/0").deepCopy();
    int last = line.get("bands").size() - 1;
    ((ObjectNode) line.get("bands").get(last)).put("rate", new BigDecimal("0.01"));
    ((ObjectNode) line.at("/provisions/0")).put("row", 99);
    ((ObjectNode) earlier.get("policy")).put("contentHash", OTHER_HASH);
    earlier.put("decisionId", "f".repeat(32));
    ReplayJson replay = replay(CLAIM, earlier, Language.EN);
    assertNull(replay.claimChanged());
    assertTrue(replay.message().contains("cannot be known"), replay.message());
    DifferenceJson rate =
        replay.differences().stream().filter(found -> found.kind() == DifferenceKind.BAND_RATE).findFirst()
            .orElseThrow();
    assertEquals("/payouts/" + index + "/bands/" + last + "/rate", rate.pointer());
    assertEquals(Benefit.MEDICAL_ASSISTANCE, rate.benefit());
    assertEquals(nowCited, rate.provisions().get(0));
    assertEquals(99, rate.earlierProvisions().get(0).path("row").intValue());
    assertTrue(rate.message().contains("instead of 1%"), rate.message());
    assertTrue(rate.message().contains("row " + nowCited.get("row")), rate.message());
    assertTrue(rate.message().contains("row 99"), rate.message());
    assertEquals(List.of(DifferenceKind.DECISION_ID, DifferenceKind.POLICY_CONTENT, DifferenceKind.BAND_RATE,
        DifferenceKind.PROVISIONS), kinds(replay));
  }

  @Test
  @DisplayName("The same id and content with another amount: the earlier decision was altered")
  void alteredAmount() {
    ObjectNode earlier = decision(CLAIM, Language.ZH);
    line(earlier, "MEDICAL_ASSISTANCE").put("amount", 1);
    ReplayJson replay = replay(CLAIM, earlier, Language.ZH);
    assertEquals(false, replay.claimChanged());
    assertTrue(replay.message().contains("被改动过"), replay.message());
    DifferenceJson amount = only(replay, "amount");
    assertEquals(DifferenceKind.AMOUNT, amount.kind());
    assertNull(amount.earlierProvisions());
    assertTrue(amount.message().startsWith("医疗救助：支付金额应为 "), amount.message());
    assertTrue(amount.message().contains("原决定写的是 1.00 元"), amount.message());
    assertTrue(replay(CLAIM, earlier, Language.EN).message().contains("was altered"));
  }

  @Test
  @DisplayName("An id that belongs to the present content shows that the content's hash was altered")
  void alteredHash() {
    ObjectNode earlier = decision(CLAIM, Language.ZH);
    ((ObjectNode) earlier.get("policy")).put("contentHash", OTHER_HASH);
    ReplayJson replay = replay(CLAIM, earlier, Language.EN);
    assertNull(replay.claimChanged());
    assertEquals(List.of(DifferenceKind.POLICY_CONTENT), kinds(replay));
    assertTrue(replay.message().contains("was altered"), replay.message());
  }

  @Test
  @DisplayName("Another fact under the same content: the claim is not the one decided earlier")
  void changedClaim() {
    JsonNode earlier = decision(CLAIM, Language.ZH);
    ObjectNode claim = CLAIM.deepCopy();
    claim.put("claimId", "ANOTHER");
    ReplayJson replay = replay(claim, earlier, Language.ZH);
    assertEquals(true, replay.claimChanged());
    assertEquals(List.of(DifferenceKind.CLAIM_ID, DifferenceKind.DECISION_ID), kinds(replay));
    assertTrue(replay.message().contains("不是当时所决定的事实"), replay.message());
    assertTrue(replay.differences().get(1).message().contains("不是当时所决定的事实"));
  }

  @Test
  @DisplayName("Lines, limits and notices that come or go are named, and a reordered list is said to be")
  void addedAndRemoved() {
    changed(earlier -> remove(earlier, "payouts", index(earlier, "MEDICAL_ASSISTANCE")), DifferenceKind.LINE_ADDED);
    changed(earlier -> ((ArrayNode) earlier.get("payouts"))
        .add(line(earlier, "MEDICAL_ASSISTANCE").deepCopy().put("benefit", "APPLICATION_ASSISTANCE")),
        DifferenceKind.LINE_REMOVED);
    changed(earlier -> remove(line(earlier, "MEDICAL_ASSISTANCE"), "bands", 0), DifferenceKind.BAND_ADDED);
    changed(earlier -> ((ArrayNode) line(earlier, "MEDICAL_ASSISTANCE").get("bands")).addObject().put("from", 7),
        DifferenceKind.BAND_REMOVED);
    changed(earlier -> remove(line(earlier, "MEDICAL_ASSISTANCE"), "limits", 0), DifferenceKind.LIMIT_ADDED);
    changed(earlier -> ((ArrayNode) line(earlier, "MEDICAL_ASSISTANCE").get("limits")).addObject().put("name", "X"),
        DifferenceKind.LIMIT_REMOVED);
    changed(earlier -> remove(earlier, "notices", 0), DifferenceKind.NOTICE_ADDED);
    changed(earlier -> ((ArrayNode) earlier.get("notices")).add(earlier.at("/notices/0").deepCopy()),
        DifferenceKind.NOTICE_REMOVED);
    changed(earlier -> ((ArrayNode) earlier.get("notices")).add(5), DifferenceKind.NOTICE_REMOVED);
    changed(earlier -> ((ArrayNode) earlier.get("entitlements")).addObject().put("type", "X"),
        DifferenceKind.ENTITLEMENT_REMOVED);
    changed(earlier -> ((ArrayNode) earlier.get("notices")).add(((ArrayNode) earlier.get("notices")).remove(0)),
        DifferenceKind.ORDER);
    changed(earlier -> earlier.putNull("class"), DifferenceKind.CLASS);
    changed(earlier -> earlier.put("status", "DENIED"), DifferenceKind.STATUS);
    changed(earlier -> earlier.put("notices", "none"), DifferenceKind.FIELD);
    changed(earlier -> earlier.putArray("totals"), DifferenceKind.FIELD);
    changed(earlier -> line(earlier, "MEDICAL_ASSISTANCE").put("explanation", "x"), DifferenceKind.TEXT);
  }

  @Test
  @DisplayName("However much differs, an answer stays short and says what it leaves out")
  void manyDifferences() {
    ObjectNode earlier = decision(CLAIM, Language.ZH);
    List<String> objects = new ArrayList<>();
    objects("", earlier, objects);
    for (String at : objects) {
      ObjectNode object = (ObjectNode) earlier.at(at);
      for (int i = 0; object.size() < 99; i++) {
        object.put("surplus" + i, i);
      }
    }
    ReplayJson replay = replay(CLAIM, earlier, Language.ZH);
    assertEquals(400, replay.differences().size());
    assertTrue(replay.differencesLeftOut() > 0);
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("What a comparison needs of the earlier decision is asked for with its pointer")
  @CsvSource(delimiter = '|', textBlock = """
      /decision | 7
      /decision | []
      /decision | {}
      /decision/decisionId | 7
      /decision/decisionId | ""
      /decision/policy | null
      /decision/policy | "guangxi/2022"
      /decision/policy/edition | 2022
      /decision/policy/contentHash | null
      /decision/payouts | {}
      /decision/payouts/0 | 1
      /decision/payouts/0/benefit | "LOTTERY"
      /decision/payouts/0/amount | "13300.00"
      /decision/payouts/0/amount | 1e999999999
      /decision/totals/total | 1e-50
      /claim/claimId | 7
      /claim/region | "x"
      /claim/costs/total | -1
      /surprise | 1
      """)
  void malformed(String pointer, String value) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.set("claim", CLAIM.deepCopy());
    request.set("decision", decision(CLAIM, Language.ZH));
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = request.at(pointer.substring(0, slash));
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(pointer.substring(slash + 1)), "MARKER");
    } else {
      ((ObjectNode) parent).put(pointer.substring(slash + 1), "MARKER");
    }
    List<String> pointers = violations(request.toString().replace("\"MARKER\"", value));
    assertFalse(pointers.isEmpty());
    assertTrue(pointers.stream().allMatch(found -> found.startsWith(pointer)), pointers.toString());
  }

  @Test
  @DisplayName("Fields stated twice, too many of them and missing parts are named")
  void malformedText() {
    String claim = CLAIM.toString();
    assertEquals(List.of("/decision"), violations("{\"claim\":" + claim + "}"));
    assertEquals(List.of("/decision/a", "/decision/decisionId", "/decision/policy", "/decision/payouts"),
        violations("{\"claim\":" + claim + ",\"decision\":{\"a\":1,\"a\":2}}"));
    assertTrue(violations("{\"claim\":" + claim + ",\"decision\":{\"payouts\":[" + "1,".repeat(200) + "1]}}")
        .contains("/decision/payouts"));
    assertTrue(violations("{\"claim\":{},\"decision\":{}}").containsAll(List.of("/claim/claimId", "/decision/policy")));
    assertFalse(violations("{\"claim\":" + claim + ",\"decision\":" + "[".repeat(50)).isEmpty());
  }

  private static void changed(Consumer<ObjectNode> change, DifferenceKind kind) {
    ObjectNode earlier = decision(CLAIM, Language.ZH);
    change.accept(earlier);
    for (Language language : Language.values()) {
      ReplayJson replay = replay(CLAIM, earlier, language);
      assertEquals(Result.DIFFERENT, replay.result());
      assertTrue(kinds(replay).contains(kind), kind + ": " + replay.differences());
    }
  }

  @Test
  @DisplayName("Decisions whose ids were made by the scheme before this one are told to be of the same claim, or another")
  void earlierScheme() throws IOException {
    List<String> kept = Files.readAllLines(Path.of("src/test/resources/replay/positional-ids.ndjson"));
    assertFalse(kept.isEmpty());
    for (String line : kept) {
      JsonNode request = JSON.readTree(line);
      ReplayJson replay = replay(request.get("claim"), request.get("decision"), Language.ZH);
      // The id covers the policy content of its day; where that is the content still, nothing may differ at all.
      if (replay.policy().contentHash().equals(replay.earlierPolicy().contentHash())) {
        assertEquals(List.of(), replay.differences(), line);
        assertEquals(Result.IDENTICAL, replay.result());
        assertEquals(request.at("/decision/decisionId").asText(), replay.decisionId());
        assertEquals(false, replay.claimChanged());
      }
      ObjectNode earlier = decision(request.get("claim"), Language.ZH);
      Claim claim = ClaimReader.read(request.get("claim").toString().getBytes(StandardCharsets.UTF_8), Language.ZH);
      earlier.put("decisionId",
          DecisionIdScheme.POSITIONAL.idOf(claim, earlier.at("/policy/contentHash").asText()));
      assertEquals(Result.IDENTICAL, replay(request.get("claim"), earlier, Language.EN).result());
      ObjectNode other = request.get("claim").deepCopy();
      ((ObjectNode) other.get("person")).put("personId", "another");
      assertEquals(true, replay(other, earlier, Language.ZH).claimChanged());
      // By the content of its day, the kept id is that of the claim.
      assertEquals(request.at("/decision/decisionId").asText(),
          DecisionIdScheme.POSITIONAL.idOf(claim, request.at("/decision/policy/contentHash").asText()));
    }
  }

  private static List<DifferenceKind> kinds(ReplayJson replay) {
    return replay.differences().stream().map(DifferenceJson::kind).toList();
  }

  private static DifferenceJson only(ReplayJson replay, String name) {
    assertEquals(1, replay.differences().size(), replay.differences().toString());
    DifferenceJson found = replay.differences().get(0);
    assertTrue(name == null || found.pointer().endsWith("/" + name), found.pointer());
    return found;
  }

  private static ReplayJson replay(JsonNode claim, JsonNode earlier, Language language) {
    ObjectNode request = JSON.createObjectNode();
    request.set("claim", claim);
    request.set("decision", earlier);
    ReplayRequest read = ReplayReader.read(request.toString().getBytes(StandardCharsets.UTF_8), language);
    ReplayJson replay = Replay.of((Decision) DECIDER.decide(read.claim()), read.earlier(), language);
    assertTrue(Json.bytes(replay).length > 0);
    return replay;
  }

  private static List<String> violations(String request) {
    InvalidRequest invalid = assertThrows(InvalidRequest.class,
        () -> ReplayReader.read(request.getBytes(StandardCharsets.UTF_8), Language.EN));
    return invalid.violations().stream().map(violation -> violation.pointer()).toList();
  }

  private static ObjectNode decision(JsonNode claim, Language language) {
    try {
      Outcome outcome =
          DECIDER.decide(ClaimReader.read(claim.toString().getBytes(StandardCharsets.UTF_8), language));
      return outcome instanceof Decision decision
          ? (ObjectNode) JSON.readTree(Json.bytes(DecisionView.of(decision, language)))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The claim whose decision has the most in it, of those in which every kind of thing occurs. */
  private static JsonNode richest() {
    return PolicyCase.all().stream().map(PolicyCase::request).filter(claim -> {
      JsonNode decision = decision(claim, Language.ZH);
      return decision != null && decision.path("class").isObject() && decision.path("entitlements").size() > 0
          && decision.findValuesAsText("benefit").contains("MEDICAL_ASSISTANCE")
          && !line((ObjectNode) decision, "MEDICAL_ASSISTANCE").get("limits").isEmpty()
          && decision.get("notices").size() > 1;
    }).max(Comparator.comparing(claim -> decision(claim, Language.ZH).toString().length())).orElseThrow();
  }

  private static ObjectNode line(ObjectNode decision, String benefit) {
    return (ObjectNode) decision.get("payouts").get(index(decision, benefit));
  }

  private static int index(ObjectNode decision, String benefit) {
    for (int i = 0; i < decision.get("payouts").size(); i++) {
      if (decision.get("payouts").get(i).get("benefit").asText().equals(benefit)) {
        return i;
      }
    }
    throw new IllegalArgumentException(benefit);
  }

  private static void remove(ObjectNode object, String list, int index) {
    ((ArrayNode) object.get(list)).remove(index);
  }

  private static boolean needed(String at, String name) {
    return at.isEmpty() && List.of("decisionId", "policy", "payouts").contains(name) || at.equals("/policy")
        || at.matches("/payouts/\\d+") && List.of("benefit", "amount").contains(name);
  }

  private static void alter(ObjectNode decision, String leaf) {
    JsonNode value = decision.at(leaf);
    JsonNodeFactory nodes = JSON.getNodeFactory();
    JsonNode other = value.isNumber() ? nodes.numberNode(value.decimalValue().add(new BigDecimal("0.01")))
        : value.isBoolean() ? nodes.booleanNode(!value.booleanValue())
            : nodes.textNode(leaf.endsWith("/benefit") ? "APPLICATION_ASSISTANCE" : value.asText() + "X");
    int slash = leaf.lastIndexOf('/');
    ((ObjectNode) decision.at(leaf.substring(0, slash))).set(leaf.substring(slash + 1), other);
  }

  private static void leaves(String at, JsonNode node, List<String> leaves) {
    if (node.isObject()) {
      node.properties().forEach(field -> leaves(at + "/" + field.getKey(), field.getValue(), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(at + "/" + i, node.get(i), leaves);
      }
    } else {
      leaves.add(at);
    }
  }

  private static void objects(String at, JsonNode node, List<String> objects) {
    if (node.isObject()) {
      objects.add(at);
      node.properties().forEach(field -> objects(at + "/" + field.getKey(), field.getValue(), objects));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      objects(at + "/" + i, node.get(i), objects);
    }
  }
}
