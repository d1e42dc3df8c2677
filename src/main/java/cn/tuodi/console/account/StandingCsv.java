package cn.tuodi.console.account;

import cn.tuodi.answer.Benefit;
import cn.tuodi.console.Areas;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.account.GatheredYear.Bill;
import cn.tuodi.console.account.GatheredYear.Shares;
import cn.tuodi.json.CsvText;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.util.Collection;
import java.util.stream.Collectors;

/** How each bill of a person's year stands, as comma-separated values, a line for each bill. */
final class StandingCsv {

  private StandingCsv() {}

  /** All bills of all accounts. */
  static byte[] of(Collection<GatheredYear> years, Language language) {
    CsvText text = new CsvText();
    text.line(language.text("console.person-number"), language.text("console.year-of-service"),
        language.text("console.province"), language.text("console.place-in-the-year"),
        language.text("console.bill-number"), language.text("console.day-of-service"),
        language.text("console.kind-of-care"), language.text("console.the-bill"),
        language.text("console.basic-insurance"), DisplayNames.of(Benefit.CRITICAL_ILLNESS, language),
        language.text("console.assistance-of-all-kinds"), language.text("console.others"),
        language.text("console.left-to-the-person"), language.text("console.state"));
    years.forEach(year -> year.bills().forEach(bill -> write(text, year, bill, language)));
    return text.bytes();
  }

  /** What was taken back is paid by nobody. */
  private static void write(CsvText text, GatheredYear year, Bill bill, Language language) {
    Shares shares = bill.reversed() ? null : bill.shares();
    text.line(year.key().personId(), year.key().year(), Areas.inFull(year.key().province() + "0000", language),
        bill.sequence(), bill.claimId(), bill.day(),
        bill.care() == null ? null : Glossary.of(bill.care().label(), language),
        shares == null ? null : yuan(shares.total()), shares == null ? null : yuan(shares.basic()),
        shares == null ? null : yuan(shares.critical()), shares == null ? null : yuan(shares.assistance()),
        shares == null ? null : yuan(shares.others()), shares == null ? null : yuan(shares.personal()),
        StandingView.states(bill, language).stream().map(StandingView.State::label)
            .collect(Collectors.joining(language.text("console.list-comma"))));
  }

  private static String yuan(Money amount) {
    return amount.inYuan().setScale(2).toPlainString();
  }
}
