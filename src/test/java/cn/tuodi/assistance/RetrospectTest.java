package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bills of people impoverished by illness from before the recognition; the service date is 2024-06-01. */
class RetrospectTest {

  private static final String ORDINARY = "{\"care\": {\"type\": \"ORDINARY_OUTPATIENT\"}}";
  private static final String PAID = "5000.00";
  private static final String NOTHING = "0";

  private static SmallEdition policy() {
    SmallEdition policy = new SmallEdition();
    Object[][] usual = policy.rows("对象分类");
    policy.sheet("对象分类", "身份", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称");
    for (int i = 1; i < usual.length; i++) {
      Object[] row = usual[i];
      policy.row("对象分类", row[1], row[1].equals("因病致贫重病患者") ? "一类" : row[2], row[3], row[4], row[5], row[6]);
    }
    return policy;
  }

  private static SmallEdition lookingBack() {
    return policy().parameter("因病致贫申请前追溯月数", 6);
  }

  private static String ill(String recognised, String applied) {
    return "{\"person\": {\"identities\": [{\"type\": \"ILLNESS_IMPOVERISHED\", \"recognisedOn\": \"%s\"%s}]}}"
        .formatted(recognised, applied == null ? "" : ", \"appliedOn\": \"" + applied + "\"");
  }

  private static String paid(Edition edition, String... changes) {
    return SmallClaim.paid(SmallClaim.decided(edition, SmallClaim.of(changes)), MEDICAL_ASSISTANCE).toPlainString();
  }

  @Test
  @DisplayName("Months are counted from the application that is stated, for all care, where nothing else is said")
  void fromApplication() {
    Edition edition = lookingBack().compiled();
    assertEquals(PAID, paid(edition, ill("2024-12-20", "2024-12-01")));
    assertEquals(NOTHING, paid(edition, ill("2024-12-20", "2024-12-02")));
    assertEquals(NOTHING, paid(edition, ill("2024-06-02", null)));
    assertEquals(PAID, paid(edition, ill("2024-12-20", "2024-12-01"), ORDINARY));
    assertEquals(NOTHING, paid(policy().compiled(), ill("2024-06-02", "2024-06-01")));
  }

  @Test
  @DisplayName("Where the policy says so they are counted from the recognition, whatever is stated of the application")
  void fromRecognition() {
    Edition edition = lookingBack().parameter("因病致贫自认定之日追溯", "是").compiled();
    assertEquals(PAID, paid(edition, ill("2024-12-01", null)));
    assertEquals(NOTHING, paid(edition, ill("2024-12-02", null)));
    assertEquals(NOTHING, paid(edition, ill("2024-12-02", "2024-06-02")));
    assertEquals(PAID, paid(edition, ill("2024-12-01", "2025-03-01")));
    Edition denied = lookingBack().parameter("因病致贫自认定之日追溯", "否").compiled();
    assertEquals(NOTHING, paid(denied, ill("2024-12-01", null)));
  }

  @Test
  @DisplayName("Care of other kinds than those listed counts from the recognition alone")
  void byCare() {
    Edition edition = lookingBack().parameter("因病致贫追溯医疗类别", "住院").compiled();
    assertEquals(PAID, paid(edition, ill("2024-12-20", "2024-12-01")));
    assertEquals(NOTHING, paid(edition, ill("2024-12-20", "2024-12-01"), ORDINARY));
    assertEquals(PAID, paid(edition, ill("2024-06-01", "2024-06-01"), ORDINARY));
    Edition both = lookingBack().parameter("因病致贫追溯医疗类别", "普通门诊").parameter("因病致贫自认定之日追溯", "是").compiled();
    assertEquals(PAID, paid(both, ill("2024-12-01", null), ORDINARY));
    assertEquals(NOTHING, paid(both, ill("2024-12-01", null)));
  }

  @Test
  @DisplayName("A change to what reaches back counts for such care at once, the old one to the end of the month all the same")
  void change() {
    String both = "{\"person\": {\"identities\": [{\"type\": \"LOW_INCOME_EDGE\", \"recognisedOn\": \"2020-01-01\","
        + " \"endedOn\": \"2024-05-31\"}, {\"type\": \"ILLNESS_IMPOVERISHED\", \"recognisedOn\": \"2024-06-01\"}]}}";
    SmallEdition policy = lookingBack().parameter("身份变更自次月起享受", "是").sheet("救助待遇", "对象类别", "结果", "救助比例", "累计口径")
        .row("救助待遇", "一类", "救助", rate("0.5"), "全部合并").row("救助待遇", "二类", "救助", rate("0.3"), "全部合并")
        .row("救助待遇", "无类别", "非救助对象", "无", "无");
    assertEquals("3000.00", paid(policy.compiled(), both), "the old one holds to the end of the month");
    policy.parameter("因病致贫自认定之日追溯", "是");
    assertEquals("3000.00", paid(policy.compiled(), both), "of the two, the one that comes first");
    policy.parameter("有几种身份时取最优一类", "否").parameter("有几种身份时取救助金额最高一类", "是");
    assertEquals(PAID, paid(policy.compiled(), both), "of the two, the one that is paid more");
    assertEquals("3000.00", paid(policy.parameter("因病致贫追溯医疗类别", "普通门诊").compiled(), both), "inpatient care waits");
  }

  @Test
  @DisplayName("Where the old one is paid more, it is what counts in the month of the change although the new one reaches back")
  void oldOnePaidMore() {
    String both = "{\"person\": {\"identities\": [{\"type\": \"LOW_INCOME_EDGE\", \"recognisedOn\": \"2020-01-01\","
        + " \"endedOn\": \"2024-05-31\"}, {\"type\": \"ILLNESS_IMPOVERISHED\", \"recognisedOn\": \"2024-06-01\"}]}}";
    SmallEdition policy = lookingBack().parameter("身份变更自次月起享受", "是").parameter("因病致贫自认定之日追溯", "是")
        .parameter("有几种身份时取救助金额最高一类", "是").parameter("有几种身份时取最优一类", "否")
        .sheet("救助待遇", "对象类别", "结果", "救助比例", "累计口径").row("救助待遇", "一类", "救助", rate("0.2"), "全部合并")
        .row("救助待遇", "二类", "救助", rate("0.7"), "全部合并").row("救助待遇", "无类别", "非救助对象", "无", "无");
    assertEquals("7000.00", paid(policy.compiled(), both));
    assertEquals("7000.00", paid(policy.parameter("因病致贫追溯医疗类别", "住院").compiled(), both));
  }
}
