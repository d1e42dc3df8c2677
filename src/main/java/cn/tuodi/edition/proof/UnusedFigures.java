package cn.tuodi.edition.proof;

import cn.tuodi.claim.IdentityType;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.policy.Channel;
import cn.tuodi.policy.ReferenceDay;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds cells that can change nothing beside the others of their row: who wrote them believes that something follows from
 * them.
 */
final class UnusedFigures {

  private static final String MONTHS = "有效期（月）";
  private static final String DEDUCTIBLE_ADDING = "起付线累计口径";
  private static final String EACH_BILL = "起付线按次计算";
  private static final String ANNUAL_CAP = "年度限额";
  private static final String BILL_CAP = "单次限额";

  private final Sheet sheet;
  private final Row row;
  private final Collection<Finding> findings;

  private UnusedFigures(Sheet sheet, Row row, Collection<Finding> findings) {
    this.sheet = sheet;
    this.row = row;
    this.findings = findings;
  }

  /** Finds them in a row of any sheet. */
  static void find(Sheet sheet, Row row, Collection<Finding> findings) {
    UnusedFigures unused = new UnusedFigures(sheet, row, findings);
    if (sheet.name().equals(Layouts.TERMS.sheet())) {
      unused.deductible();
      unused.caps();
    } else if (sheet.name().equals(Layouts.CLASSES.sheet())) {
      unused.term();
    } else if (sheet.name().equals(Layouts.CHANNELS.sheet())) {
      unused.channel();
    } else if (sheet.name().equals(Layouts.APPLICATIONS.sheet())) {
      unused.application();
    }
  }

  /** What adds up to a deductible or to bands means nothing without them, and nothing adds up where each bill stands alone. */
  private void deductible() {
    boolean bands = value("起付线") != null || value("第二段起点") != null;
    boolean eachBill = Boolean.TRUE.equals(value(EACH_BILL));
    if (value(DEDUCTIBLE_ADDING) != null && (!bands || eachBill)) {
      find(DEDUCTIBLE_ADDING, bands ? Message.of("edition.each-bill-by-itself-adds-up-nothing", DEDUCTIBLE_ADDING)
          : Message.of("edition.deductible-and-bands-count-nothing", DEDUCTIBLE_ADDING));
    }
    if (eachBill && !bands) {
      find(EACH_BILL, Message.of("edition.deductible-and-bands-count-nothing", EACH_BILL));
    }
  }

  /** Of two caps of the same only one holds, and a bill cannot reach what is above the cap of the year. */
  private void caps() {
    Map<Object, String> seen = new LinkedHashMap<>();
    cap(seen, ANNUAL_CAP, value("累计口径"));
    cap(seen, "第二限额", value("第二限额累计口径"));
    cap(seen, "第三限额", value("第三限额累计口径"));
    if (value(BILL_CAP) instanceof Money bill && value(ANNUAL_CAP) instanceof Money year && bill.exceeds(year)) {
      find(BILL_CAP, Message.of("edition.the-cap-is-never-reached", BILL_CAP, ANNUAL_CAP));
    }
  }

  private void cap(Map<Object, String> seen, String heading, Object adding) {
    if (value(heading) != null && adding != null) {
      String other = seen.putIfAbsent(adding, heading);
      if (other != null) {
        find(heading, Message.of("edition.two-caps-of-the-same", heading, other));
      }
    }
  }

  private void term() {
    if (Integer.valueOf(0).equals(value(MONTHS))) {
      find(MONTHS, Message.of("edition.a-term-of-no-months"));
    }
  }

  private void channel() {
    if (value("申请期限（月）") != null && value("结算方式") != Channel.WINDOW) {
      find("申请期限（月）", Message.of("edition.who-is-settled-at-once-applies-for-nothing"));
    }
  }

  private void application() {
    if (value("身份") instanceof IdentityType identity && value("对象身份") instanceof Set<?> openTo
        && !openTo.contains(identity) && !Boolean.TRUE.equals(value("重病患者亦可"))) {
      find("对象身份", Message.of("edition.the-row-is-of-an-identity-that-it-is-not-open-to", identity.label()));
    }
    if (value("基准日") instanceof ReferenceDay day && !day.isCalendarYear()
        && Integer.valueOf(0).equals(value("追溯（月）"))) {
      find("追溯（月）", Message.of("edition.looks-back-no-months"));
    }
  }

  private Object value(String heading) {
    return sheet.value(row, heading);
  }

  private void find(String heading, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), message));
  }
}
