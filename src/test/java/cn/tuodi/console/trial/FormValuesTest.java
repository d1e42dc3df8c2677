package cn.tuodi.console.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled in becomes a request, and what is wrong with the request is shown at the field. */
class FormValuesTest {

  @Test
  @DisplayName("Rows that were left empty are passed over, and what is wrong with a later row is shown at that row")
  void emptyRows() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, sent(Map.of("/person/identities/2/type", "ORPHAN",
        "/person/identities/2/recognisedOn", "yesterday")));
    FormValues.Request request = filled.request();
    assertEquals("ORPHAN", request.json().at("/person/identities/0/type").asText());
    FormView view = view(filled, request);
    assertEquals(List.of("f-person-identities-2-recognisedOn"),
        view.errors().stream().map(FormView.ErrorLink::id).toList());
  }

  @Test
  @DisplayName("Figures may be written with separators; what is no figure is left to the reader to say")
  void figures() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT,
        sent(Map.of("/costs/total", "48,000.00", "/costs/policyScope", " 44，000 ", "/costs/advance", "a lot")));
    FormValues.Request request = filled.request();
    assertEquals(new BigDecimal("48000.00"), request.json().at("/costs/total").decimalValue());
    assertEquals(new BigDecimal("44000"), request.json().at("/costs/policyScope").decimalValue());
    assertEquals(List.of("f-costs-advance"),
        view(filled, request).errors().stream().map(FormView.ErrorLink::id).toList());
  }

  @Test
  @DisplayName("A percentage becomes a share")
  void percentages() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, Map.of("/criticalIllnessPlan/tiers/1/rate", List.of("62.5")));
    assertEquals(new BigDecimal("0.625"),
        filled.request().json().at("/criticalIllnessPlan/tiers/0/rate").decimalValue());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("Figures of any keyboard are read, shown in plain digits, and how they were read is told")
  @CsvSource(delimiter = '|', textBlock = """
      １２，０００．００ | 12000.00
      12,000.00          | 12000.00
      1 234 567          | 1234567
      ４８               | 48
      """)
  void keyboards(String written, String read) {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, sent(Map.of("/costs/total", written)));
    assertEquals(new BigDecimal(read), filled.request().json().at("/costs/total").decimalValue());
    FormView.FieldView field = field(filled, "/costs/total");
    assertEquals(read, field.value());
    assertTrue(field.hint().contains("“" + written + "”读作 " + read), field.hint());
  }

  @ParameterizedTest
  @DisplayName("A comma that does not part thousands is not guessed at")
  @ValueSource(strings = {"1,23", "12,0000", "1,2,3", ",500", "1,000,00", "12，34"})
  void commas(String written) {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, sent(Map.of("/costs/total", written)));
    assertTrue(filled.request().json().at("/costs/total").isTextual());
    assertEquals(written, field(filled, "/costs/total").value());
  }

  @ParameterizedTest
  @DisplayName("A percentage may have its sign")
  @ValueSource(strings = {"60%", "60", "６０％", "60 %", "60.0"})
  void percentSign(String written) {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, Map.of("/criticalIllnessPlan/tiers/0/rate", List.of(written)));
    assertEquals(0, new BigDecimal("0.6")
        .compareTo(filled.request().json().at("/criticalIllnessPlan/tiers/0/rate").decimalValue()));
  }

  @Test
  @DisplayName("A sign of percent does not make a figure of an amount")
  void percentOfAmount() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, sent(Map.of("/costs/total", "60%")));
    assertTrue(filled.request().json().at("/costs/total").isTextual());
  }

  @Test
  @DisplayName("Insurance that settled before the care is a fault of both dates' words; on the same day it is none")
  void settledBefore() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, sent(Map.of("/settledOn", "2022-05-17")));
    FormView.ErrorLink error = view(filled, filled.request()).errors().get(0);
    assertEquals("f-settledOn", error.id());
    assertTrue(error.message().contains("“Discharge or visit date”"), error.message());
    assertEquals("2022-05-18", ClaimReader.read(Json.bytes(FormValues.of(ClaimForm.LAYOUT,
        sent(Map.of("/settledOn", "2022-05-18"))).request().json()), Language.ZH).settledOn().toString());
  }

  private static FormView.FieldView field(FormValues filled, String pointer) {
    return FormView.of(ClaimForm.LAYOUT, filled, List.of(), Language.ZH).groups().stream()
        .flatMap(group -> group.parts().stream()).flatMap(part -> part.fields().stream())
        .filter(field -> field.name().equals(pointer)).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("A box that is not ticked says no")
  void boxes() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, Map.of("/care/emergency", List.of("true")));
    assertTrue(filled.request().json().at("/care/emergency").booleanValue());
    assertFalse(filled.request().json().at("/care/designated").booleanValue());
  }

  @Test
  @DisplayName("What is not a field of the form is not taken")
  void unknown() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, Map.of("/person/personId", List.of("P-1"), "x", List.of("y")));
    assertTrue(filled.request().json().at("/person/personId").isMissingNode());
  }

  @Test
  @DisplayName("What is missing as a whole is shown at its first field")
  void missing() {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, Map.of());
    List<String> wrong =
        view(filled, filled.request()).errors().stream().map(FormView.ErrorLink::id).toList();
    assertTrue(wrong.containsAll(List.of("f-claimId", "f-region", "f-serviceDate", "f-care-type",
        "f-payments-basicInsurance")), wrong.toString());
  }

  private static FormView view(FormValues filled, FormValues.Request request) {
    InvalidRequest invalid = assertThrows(InvalidRequest.class,
        () -> ClaimReader.read(Json.bytes(request.json()), Language.EN));
    return FormView.of(ClaimForm.LAYOUT, filled,
        FieldFaults.of(ClaimForm.LAYOUT, filled, invalid.violations(), request, Language.EN), List.of(), Language.EN);
  }

  private static Map<String, List<String>> sent(Map<String, String> changed) {
    Map<String, List<String>> sent = new HashMap<>(Map.of("/claimId", List.of("C-1"), "/region", List.of("450100"),
        "/serviceDate", List.of("2022-05-18"), "/care/type", List.of("INPATIENT"),
        "/payments/basicInsurance", List.of("0"), "/payments/criticalIllness", List.of("0"),
        "/costs/total", List.of("0"), "/costs/policyScope", List.of("0"), "/costs/advance", List.of("0")));
    sent.putAll(Map.of("/costs/overLimit", List.of("0"), "/costs/selfPaid", List.of("0"), "/person/scheme",
        List.of("RESIDENT"), "/person/enrolment", List.of("INSURED"), "/care/condition", List.of("NONE"),
        "/care/place", List.of("POOLING_AREA"), "/care/referral", List.of("NOT_REQUIRED")));
    changed.forEach((pointer, value) -> sent.put(pointer, List.of(value)));
    return sent;
  }
}
