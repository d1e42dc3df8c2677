package cn.tuodi.answer;

import cn.tuodi.money.Money;

/**
 * What can hold a line down.
 *
 * @param name which limit
 * @param cap the most it allows, in the year or for the claim
 * @param usedBefore what earlier claims of the year have used of it
 * @param bound whether it did hold the line down
 */
public record Limit(LimitName name, Money cap, Money usedBefore, boolean bound) {}
