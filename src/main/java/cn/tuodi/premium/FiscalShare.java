package cn.tuodi.premium;

import cn.tuodi.answer.Source;
import cn.tuodi.money.Money;
import java.util.List;

/**
 * What a budget pays for an insured person of a year.
 *
 * @param payer the budget
 * @param amount yuan a year
 * @param sources provisions and rows
 */
public record FiscalShare(FiscalPayer payer, Money amount, List<Source> sources) {}
