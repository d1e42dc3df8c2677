package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told besides amounts: that it is said when it is true, not when it is not, and that it says so. */
class NoticesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final String GUANGXI =
      """
          {"claimId": "N", "region": "450100", "serviceDate": "2023-02-01",
           "person": {"identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}]},
           "care": {"type": "CHRONIC_OUTPATIENT", "condition": "HYPERTENSION", "place": "OUT_OF_PROVINCE", "referral": "APPROVED"},
           "costs": {"total": 3000, "policyScope": 3000, "advance": 0, "overLimit": 0, "selfPaid": 0},
           "payments": {"basicInsurance": 1000, "criticalIllness": 0}}""";
  private static final String GUIZHOU = """
      {"claimId": "N", "region": "520100", "serviceDate": "2023-06-15", "settledOn": "2023-06-16",
       "person": {"identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}]},
       "care": {"type": "INPATIENT"},
       "costs": {"total": 100000, "policyScope": 100000, "advance": 0, "overLimit": 0, "selfPaid": 0},
       "payments": {"basicInsurance": 0, "criticalIllness": 0}}""";
  private static final String BAYINGOLIN = """
      {"claimId": "N", "region": "652801", "serviceDate": "2023-09-01",
       "person": {"identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2020-01-01"}]},
       "care": {"type": "INPATIENT"},
       "costs": {"total": 30000, "policyScope": 30000, "advance": 0, "overLimit": 0, "selfPaid": 0},
       "payments": {"basicInsurance": 0, "criticalIllness": 0},
       "yearToDate": {"year": 2023, "burdenAfterInsurance": 0, "criticalIllness": {"eligible": 0, "paid": 0},
         "assistance": {"eligible": {"INPATIENT": 0, "CHRONIC_OUTPATIENT": 0, "MAJOR_OUTPATIENT": 0},
                        "paid": {"INPATIENT": 0, "CHRONIC_OUTPATIENT": 0, "MAJOR_OUTPATIENT": 0}},
         "topUp": {"eligible": 60000, "paid": 28000}}}""";
  private static final String REMOTE = "该病种门诊费用的保险报销可跨省直接结算。";
  private static final String WINDOW = "请到医保经办窗口申请医疗救助。";
  private static final String ONE_STOP = "在定点机构“一站式”直接结算。";

  @ParameterizedTest(name = "{0}")
  @DisplayName("A plan that is stated beside a payment of critical-illness insurance is said not to be used, and changes no amount")
  @CsvSource({"0", "1000"})
  void planBesidePayment(String paid) throws IOException {
    String payments = "{\"payments\": {\"criticalIllness\": " + paid + "}%s}";
    String plan = ", \"criticalIllnessPlan\": {\"deductible\": 0, \"tiers\": [{\"above\": 0, \"rate\": 0.6}]}";
    assertEquals(
        List.of("已填写大病保险支付，所给大病保险方案未使用：需要按方案计算的，请不要填写大病保险支付。"),
        told(GUIZHOU, payments.formatted(plan), "CRITICAL_ILLNESS_PLAN_NOT_USED"));
    assertEquals(List.of(), told(GUIZHOU, payments.formatted(""), "CRITICAL_ILLNESS_PLAN_NOT_USED"));
    assertEquals(decided(GUIZHOU, payments.formatted("")).get("payouts"),
        decided(GUIZHOU, payments.formatted(plan)).get("payouts"));
  }

  @Test
  @DisplayName("GX30-REMOTE: insurance is settled across provinces, and assistance at the window")
  void remote() throws IOException {
    assertEquals(List.of(REMOTE, WINDOW), sorted(told(GUANGXI, "{}", "SETTLEMENT_CHANNEL")));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("GX30-REMOTE: nothing is said of settlement across provinces where there is none")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"the day before|{\"serviceDate\": \"2022-12-30\"}",
      "another disease|{\"care\": {\"condition\": \"HAEMOPHILIA\"}}",
      "maternity|{\"care\": {\"type\": \"MATERNITY_OUTPATIENT\"}}",
      "ordinary|{\"care\": {\"type\": \"ORDINARY_OUTPATIENT\"}}",
      "a special drug|{\"care\": {\"type\": \"SPECIAL_DRUG_OUTPATIENT\"}}",
      "in the province|{\"care\": {\"place\": \"PROVINCE\"}}",
      "not designated|{\"care\": {\"designated\": false}}", "not referred|{\"care\": {\"referral\": \"MISSING\"}}",
      "not enrolled|{\"person\": {\"enrolment\": \"NOT_ENROLLED\"}, \"payments\": {\"basicInsurance\": 0}}"})
  void notRemote(String name, String change) throws IOException {
    assertEquals(List.of(), told(GUANGXI, change, "SETTLEMENT_CHANNEL").stream().filter(REMOTE::equals).toList());
  }

  @Test
  @DisplayName("GX30-DRUG: an instrument that is loaded is not said to be missing")
  void withoutStandard() throws IOException {
    assertEquals(List.of("桂医保发〔2022〕30号将此类费用纳入保障，但没有给出救助标准，需人工处理。"),
        told(GUANGXI, "{\"care\": {\"type\": \"SPECIAL_DRUG_OUTPATIENT\"}}", "GOVERNED_ELSEWHERE"));
    assertEquals(List.of("由桂医保规〔2021〕1号规定，该文件未载入，需人工处理。"),
        told(GUANGXI, "{\"care\": {\"condition\": \"THALASSAEMIA\"}}", "GOVERNED_ELSEWHERE"));
  }

  @Test
  @DisplayName("GZ22-ONESTOP: who was not insured has nothing settled in one stop")
  void uninsured() throws IOException {
    assertEquals(List.of(ONE_STOP), told(GUIZHOU, "{}", "SETTLEMENT_CHANNEL"));
    assertEquals(List.of(WINDOW),
        told(GUIZHOU, "{\"person\": {\"enrolment\": \"ENROLLED_AT_APPLICATION\"}}", "SETTLEMENT_CHANNEL"));
  }

  @Test
  @DisplayName("GZ22-RELIEF: at the cap of the year other relief is pointed out as long as something is left to pay")
  void relief() throws IOException {
    assertEquals(1, told(GUIZHOU, "{}", "OTHER_RELIEF").size());
    assertEquals(0, told(GUIZHOU, "{\"payments\": {\"otherInsurance\": 50000}}", "OTHER_RELIEF").size());
  }

  @Test
  @DisplayName("BZ23-RELIEF: at the cap of top-up assistance other relief is pointed out, too, and once only")
  void reliefAboveTopUp() throws IOException {
    assertEquals(1, told(BAYINGOLIN, "{}", "OTHER_RELIEF").size());
    assertEquals(0, told(BAYINGOLIN, "{\"yearToDate\": {\"topUp\": {\"paid\": 20000}}}", "OTHER_RELIEF").size());
    assertEquals(1,
        told(BAYINGOLIN, "{\"yearToDate\": {\"assistance\": {\"paid\": {\"INPATIENT\": 40000}}}}", "OTHER_RELIEF")
            .size());
  }

  @Test
  @DisplayName("GX21-CATALOGUE: what the institution bears is shown with its bands and figures")
  void institution() throws IOException {
    JsonNode line = decided(GUANGXI, """
        {"person": {"rural": true}, "care": {"place": "POOLING_AREA"},
         "costs": {"total": 3000, "policyScope": 2000, "selfPaid": 1000}}""").get("payouts").get(0);
    assertEquals("INSTITUTION_BORNE", line.get("benefit").textValue());
    assertEquals("目录外费用 1000.00 元，超出总费用规定比例的部分由医疗机构承担；其中 300.00 元在规定比例 300.00 元以内；"
        + "700.00 元 × 100% = 700.00 元；本项支付 700.00 元。", line.get("explanation").textValue());
    assertEquals(2, line.get("bands").size());
    assertEquals(700, line.get("bands").get(1).get("amount").doubleValue());
  }

  private static List<String> told(String claim, String change, String code) throws IOException {
    List<String> messages = new ArrayList<>();
    for (JsonNode notice : decided(claim, change).get("notices")) {
      if (notice.get("code").textValue().equals(code)) {
        messages.add(notice.get("message").textValue());
      }
    }
    return messages;
  }

  private static JsonNode decided(String claim, String change) throws IOException {
    JsonNode request = JSON.readerForUpdating(JSON.readTree(claim)).readValue(change);
    byte[] bytes = request.toString().getBytes(StandardCharsets.UTF_8);
    Decision decision = (Decision) DECIDER.decide(ClaimReader.read(bytes, Language.ZH));
    return JSON.readTree(Json.bytes(DecisionView.of(decision, Language.ZH)));
  }

  private static List<String> sorted(List<String> messages) {
    return messages.stream().sorted().toList();
  }
}
