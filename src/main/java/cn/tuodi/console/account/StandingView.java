package cn.tuodi.console.account;

import cn.tuodi.assistance.Status;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.account.GatheredYear.Bill;
import cn.tuodi.console.account.GatheredYear.Shares;
import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * How each bill of an account stands: who pays it now, whatever was booked before.
 *
 * @param rows the bills in the order of the year
 * @param more how many further ones there are
 * @param count how many bills count
 * @param totals who pays all that count
 * @param withOthers whether anybody pays besides insurance, assistance and the person
 */
record StandingView(List<Row> rows, int more, int count, Figured totals, boolean withOthers) {

  private static final int MAX_ROWS = 300;

  /**
   * A bill.
   *
   * @param claimId the bill
   * @param address where it is shown
   * @param sequence its place in the year
   * @param day its day of service
   * @param care its kind of care
   * @param figured who pays it, or null where it was taken back
   * @param states how it stands
   */
  record Row(String claimId, String address, int sequence, String day, String care, Figured figured,
      List<State> states) {}

  /**
   * Who pays, as people read it.
   *
   * @param total all of it
   * @param basic basic insurance
   * @param critical critical-illness insurance
   * @param assistance medical and top-up assistance
   * @param others whoever else
   * @param personal the person
   */
  record Figured(String total, String basic, String critical, String assistance, String others, String personal) {

    static Figured of(Shares shares) {
      return new Figured(Figures.amount(shares.total()), Figures.amount(shares.basic()),
          Figures.amount(shares.critical()), Figures.amount(shares.assistance()), Figures.amount(shares.others()),
          Figures.amount(shares.personal()));
    }
  }

  /**
   * How a bill stands.
   *
   * @param kind as style sheets name it
   * @param label in words
   */
  record State(String kind, String label) {}

  static StandingView of(GatheredYear year, Language language) {
    List<Bill> bills = year.bills();
    List<Bill> counted = bills.stream().filter(bill -> !bill.reversed()).toList();
    Shares totals = counted.stream().map(Bill::shares).reduce(Shares.NONE, Shares::plus);
    return new StandingView(bills.stream().limit(MAX_ROWS).map(bill -> row(bill, language)).toList(),
        Math.max(0, bills.size() - MAX_ROWS), counted.size(), Figured.of(totals), !totals.others().isZero());
  }

  private static Row row(Bill bill, Language language) {
    return new Row(bill.claimId(), Addresses.claim(bill.claimId()), bill.sequence(), bill.day(),
        bill.care() == null ? null : Glossary.of(bill.care().label(), language),
        bill.reversed() ? null : Figured.of(bill.shares()), states(bill, language));
  }

  /** How a bill stands; never nothing. */
  static List<State> states(Bill bill, Language language) {
    if (bill.reversed()) {
      return List.of(new State("REVERSAL", language.text("console.bill-taken-back")));
    }
    List<State> states = new ArrayList<>();
    if (bill.status() != null && bill.status() != Status.DECIDED) {
      states.add(new State(bill.status().name(), DisplayNames.of(bill.status(), language)));
    }
    if (bill.corrected()) {
      states.add(new State("REPLACEMENT", language.text("console.bill-corrected")));
    }
    if (states.isEmpty()) {
      states.add(new State("SETTLEMENT", language.text("console.bill-stands")));
    }
    return states;
  }
}
