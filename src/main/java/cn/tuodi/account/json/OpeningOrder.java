package cn.tuodi.account.json;

import cn.tuodi.claim.YearToDate;

/**
 * A balance of another system is to be taken over.
 *
 * @param yearToDate what has accumulated there
 * @param reason where it comes from
 */
public record OpeningOrder(YearToDate yearToDate, String reason) {}
