package cn.tuodi.facts;

/**
 * What every step of a decision has at hand.
 *
 * @param claim the facts stated
 * @param parameters figures of the edition as a whole
 * @param scope which kinds of care critical-illness insurance covers
 * @param local standards of the pooling area
 * @param ledger where lines and notices are written
 */
public record Case(Claim claim, Parameters parameters, CriticalIllnessScope scope, LocalStandards local,
    Ledger ledger) {}
