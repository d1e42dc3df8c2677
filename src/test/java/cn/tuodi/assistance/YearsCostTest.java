package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.answer.Benefit.TOP_UP_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the cost of a year changes, and what each bill bears by itself; amounts computed by hand. */
class YearsCostTest {

  private static final String N = "无";
  private static final String CHRONIC = "{\"care\": {\"type\": \"CHRONIC_OUTPATIENT\"}}";
  private static final String ORDINARY = "{\"care\": {\"type\": \"ORDINARY_OUTPATIENT\"}}";
  private static final List<String> KINDS = List.of("住院", "门诊慢特病", "重特大疾病门诊", "门诊特殊药品", "普通门诊", "生育门诊");

  /** What claims of one person and year are paid of a benefit, one after the other. */
  private static List<String> paid(SmallEdition policy, Benefit benefit, String... claims) {
    Edition edition = policy.compiled();
    List<String> paid = new ArrayList<>();
    Decision before = null;
    for (String changes : claims) {
      Claim claim = SmallClaim.of(changes);
      before = SmallClaim.decided(edition, before == null ? claim : claim.continuing(before.yearToDate()));
      BigDecimal amount = SmallClaim.paid(before, benefit);
      paid.add(amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString());
    }
    return paid;
  }

  /** A higher cap once a sum of the year reaches 15,000. */
  private static SmallEdition higherCap(String sum) {
    return new SmallEdition().sheet("救助待遇", "对象类别", sum + "达到", sum + "未达到", "结果", "救助比例", "累计口径", "年度限额")
        .row("救助待遇", "一类", N, 15000, "救助", rate("0.5"), "住院、门诊慢特病、普通门诊、重特大疾病门诊、门诊特殊药品、生育门诊", 6000)
        .row("救助待遇", "一类", 15000, N, "救助", rate("0.5"), "住院、门诊慢特病、普通门诊、重特大疾病门诊、门诊特殊药品、生育门诊", 9000)
        .row("救助待遇", "二类", N, N, "救助", rate("0.5"), "全部合并", N).row("救助待遇", "无类别", N, N, "非救助对象", N, N, N);
  }

  @Test
  @DisplayName("The assisted cost of some kinds of care raises a cap, that of others does not")
  void assistedCost() {
    SmallEdition policy = higherCap("年度救助费用").parameter("年度救助费用累计口径", "住院、普通门诊");
    assertEquals(List.of("5000", "1000"), paid(policy, MEDICAL_ASSISTANCE, CHRONIC, "{}"));
    assertEquals(List.of("5000", "4000"), paid(policy, MEDICAL_ASSISTANCE, ORDINARY, "{}"));
    String bill = "{\"costs\": {\"total\": %s, \"policyScope\": %s}}";
    assertEquals(List.of("5000", "1000"),
        paid(policy, MEDICAL_ASSISTANCE, "{}", bill.formatted("14999.99", "14999.99")));
    assertEquals(List.of("5000", "2500"), paid(policy, MEDICAL_ASSISTANCE, "{}", bill.formatted("15000", "15000")));
    assertEquals(List.of("6000"), paid(policy, MEDICAL_ASSISTANCE,
        "{\"costs\": {\"total\": 25000, \"policyScope\": 24999.99, \"selfPaid\": 0.01}}"));
    assertEquals(List.of("7500"), paid(policy, MEDICAL_ASSISTANCE, bill.formatted("25000", "25000")));
  }

  @Test
  @DisplayName("The burden of everything billed raises a cap")
  void burden() {
    SmallEdition policy = higherCap("年度负担");
    String bill = "{\"costs\": {\"total\": %s, \"policyScope\": 23000, \"selfPaid\": %s}}";
    assertEquals(List.of("6000"), paid(policy, MEDICAL_ASSISTANCE, bill.formatted("24999.99", "1999.99")));
    assertEquals(List.of("6500"), paid(policy, MEDICAL_ASSISTANCE, bill.formatted("25000", "2000")));
  }

  @Test
  @DisplayName("What one row adds up is in the sums whichever row paid it")
  void addedUpForOthers() {
    SmallEdition policy = new SmallEdition().sheet("救助待遇", "对象类别", "医疗类别", "结果", "救助比例", "累计口径", "年度限额");
    for (String kind : KINDS) {
      boolean stay = kind.equals("住院");
      policy.row("救助待遇", "一类", kind, "救助", rate("0.5"), stay ? "住院、普通门诊" : "全部合并", stay ? 8000 : N);
    }
    policy.row("救助待遇", "二类", "不限", "救助", rate("0.5"), "全部合并", N).row("救助待遇", "无类别", "不限", "非救助对象", N, N, N);
    assertEquals(List.of("5000", "3000"), paid(policy, MEDICAL_ASSISTANCE, ORDINARY, "{}"));
  }

  @Test
  @DisplayName("A deductible and bands of each bill")
  void eachBill() {
    SmallEdition policy = new SmallEdition()
        .sheet("救助待遇", "对象类别", "结果", "起付线", "救助比例", "第二段起点", "第二段比例", "累计口径", "年度限额", "起付线按次计算")
        .row("救助待遇", "一类", "救助", 1000, rate("0.5"), 5000, rate("0.6"), "全部合并", 12000, "是")
        .row("救助待遇", "二类", "救助", 1000, rate("0.5"), 5000, rate("0.6"), "全部合并", 12000, "否")
        .row("救助待遇", "无类别", "非救助对象", N, N, N, N, N, N, N);
    assertEquals(List.of("5000", "5000", "2000"), paid(policy, MEDICAL_ASSISTANCE, "{}", "{}", "{}"));
    String edge = "{\"person\": {\"identities\": [{\"type\": \"LOW_INCOME_EDGE\", \"recognisedOn\": \"2010-01-01\"}]}}";
    assertEquals(List.of("5000", "6000", "1000"), paid(policy, MEDICAL_ASSISTANCE, edge, edge, edge));
    String small = "{\"costs\": {\"total\": 11000, \"policyScope\": 11000}}";
    assertEquals(List.of("0", "0"), paid(policy, MEDICAL_ASSISTANCE, small, small));
  }

  @Test
  @DisplayName("Top-up assistance without a cap of the year, of the edition and of an area")
  void topUpWithoutCap() {
    String large = "{\"costs\": {\"total\": 2010000, \"policyScope\": 2010000}}";
    SmallEdition policy = new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例", "年度限额")
        .row("倾斜救助", "一类", "统筹地区内", 0, rate("0.5"), N);
    assertEquals(List.of("500000", "500000"), paid(policy, TOP_UP_ASSISTANCE, large, large));
    SmallEdition local = new SmallEdition().leaves("倾斜救助标准").local("倾斜救助标准", "起付标准", "救助比例")
        .localRow("倾斜救助标准", 0, rate("0.5"));
    assertEquals(List.of("500000"), paid(local, TOP_UP_ASSISTANCE, large));
  }
}
