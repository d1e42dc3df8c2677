package cn.tuodi.facts;

/**
 * What every step of a decision has at hand.
 *
 * @param claim the facts stated
 * @param parameters figures of the edition as a whole
 * @param ledger where lines and notices are written
 */
public record Case(Claim claim, Parameters parameters, Ledger ledger) {}
