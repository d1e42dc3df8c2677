package cn.tuodi.premium;

import cn.tuodi.answer.Notice;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Source;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer to a question about a premium.
 *
 * @param edition the edition that answered
 * @param subsidy what medical assistance pays
 * @param personalPayable what is left to the person, or null where the subsidy is not known
 * @param fiscal what the public purse pays
 * @param waiting the waiting period, or null where the sources are silent
 * @param notices notices
 */
public record PremiumAnswer(EditionDescription edition, Subsidy subsidy, Money personalPayable,
    List<FiscalShare> fiscal, Waiting waiting, List<Notice> notices) implements Outcome {

  /** The same answer on some of its grounds, the first of them cited. */
  PremiumAnswer on(List<List<Source>> grounds) {
    return new PremiumAnswer(edition, new Subsidy(subsidy.amount(), subsidy.rate(), grounds.get(0), grounds),
        personalPayable, fiscal, waiting, notices);
  }

  /**
   * What medical assistance pays of a premium.
   *
   * @param amount yuan, or null where it is not known
   * @param rate share of the contribution, or null where it is not known or an amount is fixed
   * @param sources the rows it rests on
   * @param grounds the rows of this offer and of every other that is as good
   */
  public record Subsidy(Money amount, Rate rate, List<Source> sources, List<List<Source>> grounds) {}

  /**
   * A waiting period.
   *
   * @param applies whether there is one
   * @param benefitsFrom first day of benefits, or null where it is not said here
   * @param source the row
   */
  public record Waiting(boolean applies, LocalDate benefitsFrom, Source source) {}
}
