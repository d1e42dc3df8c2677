package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.answer.NoticeCode;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.language.Language;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Kinds of provisions besides terms, each by the sheets of a small policy alone; amounts computed by hand. */
class ProvisionsTest {

  private static final String N = "无";
  private static final String BILL = "{\"costs\": {\"total\": %s, \"policyScope\": %s}}";

  private static String paid(Edition edition, String... changes) {
    return SmallClaim.paid(SmallClaim.decided(edition, SmallClaim.of(changes)), MEDICAL_ASSISTANCE).toPlainString();
  }

  private static List<NoticeCode> told(Edition edition, String... changes) {
    return SmallClaim.decided(edition, SmallClaim.of(changes)).notices().stream().map(notice -> notice.code())
        .filter(code -> code != NoticeCode.YEAR_TO_DATE_ASSUMED_ZERO).toList();
  }

  @Test
  @DisplayName("A bill that leaves less than 50 is not assisted, and the answer says so")
  void leastBill() {
    Edition edition = new SmallEdition().sheet("准予条件", "本次救助费用达到", "准予").row("准予条件", 50, "是")
        .sheet("不予救助", "本次救助费用未达到", "原因", "可复核").row("不予救助", 50, "费用未达到救助起点", "否").compiled();
    assertEquals("25.00", paid(edition, BILL.formatted("10050", "10050")));
    String less = BILL.formatted("10049.99", "10049.99");
    Decision denied = SmallClaim.decided(edition, SmallClaim.of(less));
    assertEquals(Status.DENIED, denied.status());
    assertEquals(List.of(NoticeCode.BILL_BELOW_MINIMUM), told(edition, less));
    for (Language language : Language.values()) {
      assertEquals(language.of("本单费用未达到可以救助的最低数额，不予救助。",
          "The cost of this bill does not reach the least amount that is assisted: no assistance."),
          DecisionView.of(denied, language).notices().stream()
              .filter(notice -> notice.code() == NoticeCode.BILL_BELOW_MINIMUM).findFirst().orElseThrow().message());
    }
  }

  @Test
  @DisplayName("A bill of 15,000 in scope and more has other terms, whatever it leaves")
  void largeBill() {
    Edition edition = new SmallEdition().sheet("救助待遇", "对象类别", "本次合规费用达到", "本次合规费用未达到", "结果", "救助比例", "累计口径")
        .row("救助待遇", "一类", 15000, N, "救助", rate("0.7"), "全部合并")
        .row("救助待遇", "一类", N, 15000, "救助", rate("0.5"), "全部合并")
        .row("救助待遇", "二类", N, N, "救助", rate("0.5"), "全部合并").row("救助待遇", "无类别", N, N, "非救助对象", N, N).compiled();
    assertEquals("3500.00", paid(edition, BILL.formatted("15000", "15000")));
    assertEquals("2500.00",
        paid(edition, "{\"costs\": {\"total\": 15000, \"policyScope\": 14999.99, \"selfPaid\": 0.01}}"));
  }
}
