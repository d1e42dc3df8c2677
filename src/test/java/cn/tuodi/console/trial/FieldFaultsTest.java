package cn.tuodi.console.trial;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can be wrong with the form for a claim is said in its own words, at its own fields. */
class FieldFaultsTest {

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern OF_INTERFACE = Pattern.compile("[a-z][A-Z]|[A-Z]{2,}_|\\b[A-Z]{4,}\\b|/\\w");
  private static final Map<String, String> SOUND = Map.ofEntries(Map.entry("/claimId", "C-1"),
      Map.entry("/region", "南宁市"), Map.entry("/serviceDate", "2022-05-18"), Map.entry("/care/type", "INPATIENT"),
      Map.entry("/care/condition", "NONE"), Map.entry("/care/place", "POOLING_AREA"),
      Map.entry("/care/referral", "NOT_REQUIRED"), Map.entry("/costs/total", "100"),
      Map.entry("/costs/policyScope", "100"), Map.entry("/costs/advance", "0"), Map.entry("/costs/overLimit", "0"),
      Map.entry("/costs/selfPaid", "0"), Map.entry("/payments/basicInsurance", "0"),
      Map.entry("/payments/criticalIllness", "0"), Map.entry("/person/scheme", "RESIDENT"),
      Map.entry("/person/enrolment", "INSURED"));

  @Test
  @DisplayName("Whatever is typed into any field, what is wrong is said at a field and in the words of the form")
  void everyField() {
    List<String> unwell = new ArrayList<>();
    int told = 0;
    for (Language language : Language.values()) {
      for (Field field : ClaimForm.LAYOUT.fields()) {
        for (String typed : List.of("", "?", "-1", "1.234", "1.5", "0", "9", "101", "999999999999.00", "1e9",
            "2022-02-30", "2022-13-01", "1800-01-01", "2023-01-01", "x".repeat(65), "NO_SUCH", "朝阳区", "贵阳")) {
          FormView view = view(with(field.pointer(), typed), language);
          for (FormView.ErrorLink error : view.errors()) {
            told++;
            if (isUnwell(view, error, language)) {
              unwell.add(field.pointer() + " " + typed + ": " + error);
            }
          }
        }
      }
    }
    assertEquals(List.of(), unwell);
    assertTrue(told > 500, told + " faults");
  }

  @Test
  @DisplayName("Everything that an interface may refuse about a claim has a field of the form")
  void everyPointer() {
    List<String> homeless = new ArrayList<>();
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, Map.of());
    for (String pointer : pointers(ClaimReader.schema(), "")) {
      List<FieldFault> faults = FieldFaults.of(ClaimForm.LAYOUT, filled,
          List.of(new Violation(pointer, "?")), filled.request(), Language.ZH);
      if (faults.get(0).fields().isEmpty()) {
        homeless.add(pointer);
      }
    }
    assertEquals(List.of(), homeless);
  }

  @Test
  @DisplayName("Fields that contradict each other are named by their labels")
  void contradictions() {
    assertAll(
        () -> told("身份 1，县级认定类别", "其他特殊困难人员", Map.of("/person/identities/0/type", "MINIMUM_LIVING",
            "/person/identities/0/recognisedOn", "2021-01-01", "/person/identities/0/assignedClass", "2")),
        () -> told("身份 2，退出日期", "早于认定日期", Map.of("/person/identities/1/type", "MINIMUM_LIVING",
            "/person/identities/1/recognisedOn", "2021-01-02", "/person/identities/1/endedOn", "2021-01-01")),
        () -> told("身份 1，认定身份", "请选择", Map.of("/person/identities/0/recognisedOn", "2021-01-02")),
        () -> told("多重残疾的构成", "多重", Map.of("/person/disability/grade", "1", "/person/disability/kind", "VISUAL",
            "/person/disability/components", "HEARING")),
        () -> told("出生日期", "晚于 2022-05-18", Map.of("/person/birthDate", "2022-05-19")),
        () -> told("第 1 段，起付线以上，自（元）", "从 0 起", Map.of("/criticalIllnessPlan/deductible", "1",
            "/criticalIllnessPlan/tiers/0/above", "5", "/criticalIllnessPlan/tiers/0/rate", "60")),
        () -> told("第 2 段，起付线以上，自（元）", "递增", Map.of("/criticalIllnessPlan/deductible", "1",
            "/criticalIllnessPlan/tiers/0/above", "0", "/criticalIllnessPlan/tiers/0/rate", "60",
            "/criticalIllnessPlan/tiers/1/above", "0", "/criticalIllnessPlan/tiers/1/rate", "60")),
        () -> told("起付线（元）", "不能都填或都不填", Map.of("/criticalIllnessPlan/tiers/0/above", "0",
            "/criticalIllnessPlan/tiers/0/rate", "60")));
  }

  @Test
  @DisplayName("A place that several areas are called is answered with all of them, one that is unknown with how to write it")
  void places() {
    told("参保地区", "北京市朝阳区（110105）", Map.of("/region", "朝阳区"));
    told("参保地区", "没有找到“桃花源”", Map.of("/region", "桃花源"));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(RefusalCode.class)
  @DisplayName("Why a claim cannot be decided is said at fields of the form, without names of the interface")
  void refusals(RefusalCode code) {
    Claim claim = ClaimReader.read(Json.bytes(with("/costs/total", "90").request().json()), Language.ZH);
    for (Language language : Language.values()) {
      List<Object> about = switch (code) {
        case IDENTITY_CODE_UNKNOWN -> List.of("5", "MINIMUM_LIVING");
        case YEAR_TO_DATE_TOO_LARGE -> List.of("/yearToDate/burdenAfterInsurance", "/yearToDate/topUp/paid");
        default -> List.of();
      };
      FieldFault fault = Objections.of(new Refusal(code, about), claim, new Catalogue(List.of()), language);
      boolean aboutNoField = code == RefusalCode.CONTRIBUTION_BELOW_MINIMUM || code == RefusalCode.POLICY_UNAVAILABLE;
      assertEquals(aboutNoField, fault.fields().isEmpty());
      List<String> known = ClaimForm.LAYOUT.fields().stream().map(Field::pointer).toList();
      assertAll(() -> assertTrue(known.containsAll(fault.fields()), fault.toString()),
          () -> assertFalse(OF_INTERFACE.matcher(fault.message()).find(), fault.message()),
          () -> assertFalse(language == Language.ZH && LATIN.matcher(fault.message()).find(), fault.message()));
    }
  }

  @Test
  @DisplayName("Costs that do not add up: sum, total and difference are said once, and all five fields are marked")
  void costs() {
    FormValues filled = with("/costs/total", "90.50");
    Claim claim = ClaimReader.read(Json.bytes(filled.request().json()), Language.ZH);
    FieldFault fault = Objections.of(new Refusal(RefusalCode.COSTS_DO_NOT_ADD_UP, List.of()), claim,
        new Catalogue(List.of()), Language.ZH);
    assertAll(() -> assertTrue(fault.message().contains("之和为 100.00 元"), fault.message()),
        () -> assertTrue(fault.message().contains("总费用为 90.50 元"), fault.message()),
        () -> assertTrue(fault.message().contains("多 9.50 元"), fault.message()));
    FormView view = FormView.of(ClaimForm.LAYOUT, filled, List.of(fault), List.of(), Language.ZH);
    assertEquals(1, view.errors().size());
    assertEquals(List.of("/costs/total", "/costs/policyScope", "/costs/advance", "/costs/overLimit", "/costs/selfPaid"),
        fields(view).stream().filter(FormView.FieldView::invalid).map(FormView.FieldView::name).toList());
    assertTrue(fields(view).stream().filter(FormView.FieldView::invalid)
        .allMatch(field -> field.describedBy().contains("f-costs-total-error")));
  }

  private static boolean isUnwell(FormView view, FormView.ErrorLink error, Language language) {
    boolean marked = fields(view).stream().anyMatch(field -> field.id().equals(error.id()) && field.invalid());
    // What was typed is quoted.
    String said = error.message().replaceAll("“(?:NO_SUCH|x+|1e9|\\?)”", "");
    return !marked || error.label().isEmpty() || OF_INTERFACE.matcher(said).find()
        || language == Language.ZH && LATIN.matcher(said).find();
  }

  private static void told(String label, String part, Map<String, String> typed) {
    Map<String, String> all = new HashMap<>(SOUND);
    all.putAll(typed);
    List<FormView.ErrorLink> errors = view(filled(all), Language.ZH).errors();
    assertTrue(errors.stream().anyMatch(error -> error.label().equals(label) && error.message().contains(part)),
        errors.toString());
  }

  private static FormView view(FormValues filled, Language language) {
    FormValues.Request request = filled.request();
    try {
      ClaimReader.read(Json.bytes(request.json()), language);
      return FormView.of(ClaimForm.LAYOUT, filled, List.of(), language);
    } catch (InvalidRequest e) {
      return FormView.of(ClaimForm.LAYOUT, filled,
          FieldFaults.of(ClaimForm.LAYOUT, filled, e.violations(), request, language), List.of(), language);
    }
  }

  private static FormValues with(String pointer, String typed) {
    Map<String, String> all = new HashMap<>(SOUND);
    all.put(pointer, typed);
    return filled(all);
  }

  private static FormValues filled(Map<String, String> typed) {
    Map<String, List<String>> sent = new HashMap<>();
    typed.forEach((pointer, value) -> sent.put(pointer, List.of(value)));
    return FormValues.of(ClaimForm.LAYOUT, sent);
  }

  private static List<FormView.FieldView> fields(FormView view) {
    return view.groups().stream().flatMap(group -> group.parts().stream()).flatMap(part -> part.fields().stream())
        .toList();
  }

  /** Where something may stand in a claim, with 0 for the first item of a list. */
  private static List<String> pointers(Map<?, ?> schema, String at) {
    List<String> pointers = new ArrayList<>(at.isEmpty() ? List.of() : List.of(at));
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, type) -> pointers.addAll(pointers((Map<?, ?>) type, at + "/" + name)));
    }
    if (schema.get("items") instanceof Map<?, ?> items) {
      pointers.addAll(pointers(items, at + "/0"));
    }
    return pointers;
  }
}
