package cn.tuodi.replay;

import cn.tuodi.answer.Benefit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks through two decisions in step. Lines, limits, notices and entitlements are matched by their names, bands by
 * their numbers; every value that is not equal is a difference, except words that only follow from a figure that is.
 */
final class DecisionComparison {

  /** Texts that say in words what other fields say in figures. */
  private static final Set<String> WORDS = Set.of("label", "message", "explanation");

  private final ComparedPlace whole;
  private final List<Difference> differences = new ArrayList<>();

  private DecisionComparison(JsonNode earlier, JsonNode now) {
    this.whole = new ComparedPlace("", null, null, earlier, now, ComparedPlace.Citing.NOTHING);
  }

  /**
   * Every point in which two decisions differ; none where they are equal as JSON values.
   *
   * @param earlier a decision as a caller kept it
   * @param now a decision as the service writes it
   */
  static List<Difference> of(JsonNode earlier, JsonNode now) {
    DecisionComparison comparison = new DecisionComparison(earlier, now);
    comparison.decisions();
    return comparison.differences;
  }

  private void decisions() {
    leaf(DifferenceKind.CLAIM_ID, whole.field("claimId"));
    leaf(DifferenceKind.DECISION_ID, whole.field("decisionId"));
    object(whole.field("policy"), DifferenceKind.FIELD,
        Map.of("edition", DifferenceKind.POLICY_EDITION, "contentHash", DifferenceKind.POLICY_CONTENT));
    leaf(DifferenceKind.STATUS, whole.field("status").restingOn(grounds()));
    personClass();
    list(whole.field("payouts"), "benefit", DifferenceKind.LINE_ADDED, DifferenceKind.LINE_REMOVED, this::line);
    list(whole.field("notices"), "code", DifferenceKind.NOTICE_ADDED, DifferenceKind.NOTICE_REMOVED, this::notice);
    list(whole.field("entitlements"), "type", DifferenceKind.ENTITLEMENT_ADDED, DifferenceKind.ENTITLEMENT_REMOVED,
        this::entitlement);
    totals();
    yearToDate();
    surplus(whole);
    if (differences.isEmpty() && !same(whole.earlier(), whole.now())) {
      // A part of decisions that is compared nowhere above; never call that identical.
      add(DifferenceKind.FIELD, whole);
    }
  }

  private void personClass() {
    ComparedPlace personClass = whole.field("class");
    ComparedPlace cited = personClass.restingOn(ComparedPlace.Citing.of(personClass.earlier(), personClass.now()));
    if (!personClass.now().isObject() || !personClass.earlier().isObject()) {
      leaf(DifferenceKind.CLASS, cited);
      return;
    }
    boolean same = object(cited, DifferenceKind.CLASS, Map.of("number", DifferenceKind.CLASS, "severeDisability",
        DifferenceKind.CLASS, "identity", DifferenceKind.CLASS));
    leaf(DifferenceKind.PROVISIONS, cited.field("provisions"));
    if (same) {
      leaf(DifferenceKind.TEXT, cited.field("label"));
    }
  }

  private void line(ComparedPlace line) {
    int before = differences.size();
    object(line, DifferenceKind.FIELD, Map.of("payer", DifferenceKind.PAYER, "amount", DifferenceKind.AMOUNT,
        "eligible", DifferenceKind.ELIGIBLE));
    bands(line.field("bands"));
    list(line.field("limits"), "name", DifferenceKind.LIMIT_ADDED, DifferenceKind.LIMIT_REMOVED, this::limit);
    leaf(DifferenceKind.PROVISIONS, line.field("provisions"));
    if (differences.size() == before) {
      leaf(DifferenceKind.TEXT, line.field("explanation"));
    }
  }

  private void bands(ComparedPlace bands) {
    if (!bands.earlier().isArray()) {
      add(DifferenceKind.FIELD, bands);
      return;
    }
    int shared = Math.min(bands.earlier().size(), bands.now().size());
    for (int i = 0; i < shared; i++) {
      object(bands.item(i, i, Integer.toString(i + 1)), DifferenceKind.FIELD,
          Map.of("from", DifferenceKind.BAND_EDGE, "to", DifferenceKind.BAND_EDGE, "rate", DifferenceKind.BAND_RATE,
              "cost", DifferenceKind.BAND_COST, "amount", DifferenceKind.BAND_AMOUNT));
    }
    for (int i = shared; i < bands.now().size(); i++) {
      add(DifferenceKind.BAND_ADDED, bands.item(-1, i, Integer.toString(i + 1)));
    }
    for (int i = shared; i < bands.earlier().size(); i++) {
      add(DifferenceKind.BAND_REMOVED, bands.item(i, -1, Integer.toString(i + 1)));
    }
  }

  private void limit(ComparedPlace limit) {
    object(limit, DifferenceKind.FIELD, Map.of("cap", DifferenceKind.LIMIT_CAP, "usedBefore",
        DifferenceKind.LIMIT_USED, "bound", DifferenceKind.LIMIT_BOUND));
  }

  private void notice(ComparedPlace notice) {
    object(notice, DifferenceKind.FIELD,
        Map.of("severity", DifferenceKind.NOTICE, "reviewable", DifferenceKind.NOTICE));
    leaf(DifferenceKind.PROVISIONS, notice.field("provisions"));
    // A message may be the only place of a figure, so it is compared whatever else differs.
    leaf(DifferenceKind.TEXT, notice.field("message"));
  }

  private void entitlement(ComparedPlace entitlement) {
    object(entitlement, DifferenceKind.FIELD, Map.of());
    leaf(DifferenceKind.PROVISIONS, entitlement.field("provisions"));
  }

  private void totals() {
    ComparedPlace totals = whole.field("totals");
    if (!totals.earlier().isObject()) {
      add(DifferenceKind.FIELD, totals);
      return;
    }
    for (String name : names(totals.now())) {
      leaf(DifferenceKind.TOTAL, paidBy(totals.field(name).called(name)));
    }
    surplus(totals);
  }

  private void yearToDate() {
    ComparedPlace year = whole.field("yearToDate");
    for (String name : names(year.now())) {
      nested(paidBy(year.field(name).called(name)));
    }
    surplus(year);
  }

  private void nested(ComparedPlace place) {
    if (place.now().isObject() && place.earlier().isObject()) {
      for (String name : names(place.now())) {
        nested(place.field(name).called(place.subject() + "." + name));
      }
      surplus(place);
    } else {
      leaf(DifferenceKind.YEAR_TO_DATE, place);
    }
  }

  /** A figure that follows from a line rests on what the line rests on. */
  private ComparedPlace paidBy(ComparedPlace figure) {
    Benefit benefit = switch (figure.subject()) {
      case "criticalIllness" -> Benefit.CRITICAL_ILLNESS;
      case "medicalAssistance", "assistance" -> Benefit.MEDICAL_ASSISTANCE;
      case "topUpAssistance", "topUp" -> Benefit.TOP_UP_ASSISTANCE;
      case "institutionBorne" -> Benefit.INSTITUTION_BORNE;
      default -> null;
    };
    return benefit == null ? figure
        : figure.of(benefit)
            .restingOn(ComparedPlace.Citing.of(line(whole.earlier(), benefit), line(whole.now(), benefit)));
  }

  private static JsonNode line(JsonNode decision, Benefit benefit) {
    for (JsonNode line : decision.path("payouts")) {
      if (benefit.name().equals(line.path("benefit").textValue())) {
        return line;
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  /** What a status rests on: the notices whose weight makes it. */
  private ComparedPlace.Citing grounds() {
    return new ComparedPlace.Citing(grounds(whole.earlier()), grounds(whole.now()));
  }

  private static JsonNode grounds(JsonNode decision) {
    String severity = "DENIED".equals(decision.path("status").textValue()) ? "DENIAL"
        : "REVIEW".equals(decision.path("status").textValue()) ? "REVIEW" : null;
    ArrayNode provisions = JsonNodeFactory.instance.arrayNode();
    for (JsonNode notice : decision.path("notices")) {
      if (severity != null && severity.equals(notice.path("severity").textValue())) {
        notice.path("provisions").forEach(provisions::add);
      }
    }
    return provisions;
  }

  /** Compares the plain values of an object; whether they and the set of its fields are the same. */
  private boolean object(ComparedPlace object, DifferenceKind unlike, Map<String, DifferenceKind> fields) {
    int before = differences.size();
    if (!object.earlier().isObject()) {
      add(unlike, object);
      return false;
    }
    for (String name : names(object.now())) {
      ComparedPlace field = object.field(name);
      if (!field.now().isContainerNode() && !WORDS.contains(name)) {
        leaf(fields.getOrDefault(name, DifferenceKind.FIELD), field);
      }
    }
    surplus(object);
    return differences.size() == before;
  }

  /** Fields of the earlier decision that the service does not return. */
  private void surplus(ComparedPlace object) {
    for (String name : names(object.earlier())) {
      if (!object.now().has(name)) {
        add(DifferenceKind.FIELD, object.field(name).called(null));
      }
    }
  }

  /** Matches the entries of two lists by a name; those of one name in their order. */
  private void list(ComparedPlace list, String name, DifferenceKind added, DifferenceKind removed,
      Consumer<ComparedPlace> both) {
    if (!list.earlier().isArray()) {
      add(DifferenceKind.FIELD, list);
      return;
    }
    Map<String, Integer> earlier = index(list.earlier(), name);
    Map<String, Integer> now = index(list.now(), name);
    now.forEach((key, at) -> {
      ComparedPlace entry =
          entry(list.item(earlier.getOrDefault(key, -1), at, list.now().path(at).path(name).asText()), name);
      if (earlier.containsKey(key)) {
        both.accept(entry);
      } else {
        add(added, entry);
      }
    });
    earlier.forEach((key, at) -> {
      if (!now.containsKey(key)) {
        add(removed, entry(list.item(at, -1, list.earlier().path(at).path(name).asText()), name));
      }
    });
    order(list, new ArrayList<>(earlier.keySet()), new ArrayList<>(now.keySet()));
  }

  private static ComparedPlace entry(ComparedPlace entry, String name) {
    if (name.equals("name")) {
      // A limit rests on what its line rests on.
      return entry;
    }
    ComparedPlace cited = entry.restingOn(ComparedPlace.Citing.of(entry.earlier(), entry.now()));
    return name.equals("benefit") ? cited.of(Benefit.valueOf(entry.subject())).called(null) : cited;
  }

  private static Map<String, Integer> index(JsonNode list, String name) {
    Map<String, Integer> index = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String key = list.get(i).path(name).asText();
      index.put(key + "#" + times.merge(key, 1, Integer::sum), i);
    }
    return index;
  }

  private void order(ComparedPlace list, List<String> earlier, List<String> now) {
    Set<String> inBoth = new HashSet<>(earlier);
    inBoth.retainAll(now);
    earlier.retainAll(inBoth);
    now.retainAll(inBoth);
    if (!earlier.equals(now)) {
      add(DifferenceKind.ORDER,
          new ComparedPlace(list.pointer(), list.benefit(), list.subject(), keys(earlier), keys(now),
              list.provisions()));
    }
  }

  private static JsonNode keys(List<String> keys) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    keys.forEach(key -> names.add(key.substring(0, key.lastIndexOf('#'))));
    return names;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>(object.size());
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void leaf(DifferenceKind kind, ComparedPlace leaf) {
    if (!same(leaf.earlier(), leaf.now())) {
      add(kind, leaf);
    }
  }

  private void add(DifferenceKind kind, ComparedPlace at) {
    differences.add(new Difference(kind, at));
  }

  /** Whether two values are equal, numbers by their value. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
      return false;
    }
    if (one.isArray()) {
      for (int i = 0; i < one.size(); i++) {
        if (!same(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (one.isObject()) {
      return names(one).stream().allMatch(name -> other.has(name) && same(one.get(name), other.get(name)));
    }
    return one.equals(other);
  }
}
