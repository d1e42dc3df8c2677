package cn.tuodi.assistance;

import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.household.HouseholdReader;
import cn.tuodi.household.RecognitionAnswer;
import cn.tuodi.household.RecognitionDecider;
import cn.tuodi.household.RecognitionJson;
import cn.tuodi.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways in which documents of other places recognise households impoverished by illness; computed by hand. */
class RecognitionShapesTest {

  private static final String N = "无";
  private static final Edition EDITION = byDisposableIncome().compiled();

  /** Income per head below 60 % of disposable income, cost above half of the household's income. */
  private static SmallEdition byDisposableIncome() {
    return new SmallEdition()
        .sheet("因病致贫认定", "人均收入须低于", "收入先扣除自付费用", "自付费用须超过收入的比例", "自付费用须超过", "财产须符合规定", "另行规定的文件")
        .row("因病致贫认定", "60% 人均可支配收入", "否", rate("0.5"), N, "否", N)
        .sheet("当地基数", "基数", "农村", "金额（元）").row("当地基数", "人均可支配收入", "否", 42_800)
        .row("当地基数", "人均可支配收入", "是", 20_000.1);
  }

  private static RecognitionJson answer(Edition edition, String changes) {
    String household =
        """
            {"region": "420100", "surveyedOn": "2024-05-01", "seriouslyIll": true,
             "household": {"members": 3, "disposableIncome12Months": 60000, "compliantSelfPayment12Months": 30000.01,
               "minimumLivingStandard": 9000, "assetsWithinRules": true, "minimumLiving": false, "lowIncomeEdge": false}}""";
    for (String change : changes.isEmpty() ? new String[0] : changes.split(";")) {
      String[] field = change.trim().split("=");
      household = household.contains("\"" + field[0] + "\"")
          ? household.replaceAll("\"" + field[0] + "\": [^,}]+", "\"" + field[0] + "\": " + field[1])
          : household.replace("\"household\": {", "\"household\": {\"" + field[0] + "\": " + field[1] + ", ");
    }
    return RecognitionJson.of((RecognitionAnswer) new RecognitionDecider(new Catalogue(List.of(edition)))
        .decide(HouseholdReader.read(household.getBytes(StandardCharsets.UTF_8), Language.ZH)), Language.ZH);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @DisplayName("Below 60 % of disposable income per head and cost above half of the income: each edge, town and country")
  @CsvSource(delimiter = '|', textBlock = """
      ''                                                                                     | true
      compliantSelfPayment12Months=30000                                                     | false
      disposableIncome12Months=77040; compliantSelfPayment12Months=40000                     | false
      disposableIncome12Months=77039.99; compliantSelfPayment12Months=40000                  | true
      disposableIncome12Months=0.01; compliantSelfPayment12Months=0.01                       | true
      disposableIncome12Months=0; compliantSelfPayment12Months=0                             | false
      disposableIncome12Months=36000.18; compliantSelfPayment12Months=20000; rural=true      | false
      disposableIncome12Months=36000.17; compliantSelfPayment12Months=20000; rural=true      | true
      assetsWithinRules=false                                                                | true
      lowIncomeEdge=true                                                                     | false
      seriouslyIll=false                                                                     | false
      """)
  void byDisposableIncome(String changes, boolean recognised) {
    assertEquals(recognised, answer(EDITION, changes).recognised());
  }

  @Test
  @DisplayName("The answer cites the row and the figure, and shows what was compared")
  void shown() {
    RecognitionJson answer = answer(EDITION, "");
    assertEquals("25680.00", answer.threshold().toPlainString());
    assertEquals("20000.00", answer.incomePerHead().toPlainString());
    assertEquals("10000.00", answer.incomePerHeadAfterCost().toPlainString());
    assertEquals("30000.00", answer.selfPaymentThreshold().toPlainString());
    assertEquals(List.of("因病致贫认定", "当地基数"), answer.provisions().stream().map(row -> row.sheet()).toList());
    assertEquals(List.of("符合：家庭中有重病患者。", "符合：不是低保家庭，也不是低保边缘家庭。",
        "符合：收入 60000.00 元 ÷ 3 人 = 20000.00 元，须低于 25680.00 元。", "符合：合规自付 30000.01 元，须超过 30000.00 元。"), answer.reasons());
  }

  @Test
  @DisplayName("By cost alone, above an amount; assets are looked at unless the row says otherwise")
  void byCost() {
    Edition edition = new SmallEdition().sheet("因病致贫认定", "自付费用须超过", "另行规定的文件")
        .row("因病致贫认定", 30_000, N).compiled();
    assertEquals(true, answer(edition, "").recognised());
    assertEquals(null, answer(edition, "").threshold());
    assertEquals(false, answer(edition, "compliantSelfPayment12Months=30000").recognised());
    assertEquals(false, answer(edition, "assetsWithinRules=false").recognised());
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}, {4}, {5}, {6}")
  @DisplayName("What is stated twice, for nothing or beside another instrument is found, with its cell")
  @CsvSource({"2, 9000, 无, 无, 无, 无, 无, “人均收入须低于”和“人均收入须低于低保标准（倍）”（B4）只能填写一项",
      "无, 9000, 无, 0.5, 5000, 无, 无, “自付费用须超过”和“自付费用须超过收入的比例”（E4）只能填写一项",
      "无, 无, 否, 0.5, 无, 无, 无, 没有收入条件的行不使用“收入先扣除自付费用”", "无, 无, 无, 无, 无, 是, 某文件, 由其他文件规定的行不使用“财产须符合规定”",
      "无, 无, 无, 无, 无, 无, 无, 须恰好填写一项", "2, 无, 无, 无, 无, 无, 某文件, 须恰好填写一项"})
  void contradictions(String multiple, String below, String deducted, String share, String above, String assets,
      String instrument, String said) {
    SmallEdition policy = new SmallEdition()
        .sheet("因病致贫认定", "人均收入须低于低保标准（倍）", "人均收入须低于", "收入先扣除自付费用", "自付费用须超过收入的比例", "自付费用须超过", "财产须符合规定",
            "另行规定的文件")
        .row("因病致贫认定", cell(multiple), cell(below), deducted, share.equals(N) ? N : rate(share), cell(above), assets,
            instrument);
    InvalidEdition refused = assertThrows(InvalidEdition.class, () -> EditionChecker.check(policy.sources()));
    assertEquals(1, refused.findings().size(), refused::getMessage);
    assertTrue(refused.findings().get(0).toString().contains(said), refused::getMessage);
  }

  private static Object cell(String text) {
    return text.equals(N) ? N : (Object) Double.valueOf(text);
  }
}
