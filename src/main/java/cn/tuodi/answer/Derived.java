package cn.tuodi.answer;

import cn.tuodi.money.Money;
import cn.tuodi.money.Multiple;

/**
 * How an amount came out that a row states as a multiple of a figure of the place.
 *
 * @param row the row
 * @param heading the heading that the amount stands under
 * @param multiple the amount as it is stated
 * @param baseEn name of the figure in English, or null
 * @param figure the figure
 * @param amount what it comes to
 * @param source the row of the figure
 */
public record Derived(Source row, String heading, Multiple multiple, String baseEn, Money figure, Money amount,
    Source source) {}
