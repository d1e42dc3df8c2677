package cn.tuodi.assistance;

import cn.tuodi.claim.Claim;
import cn.tuodi.policy.CriticalIllnessScope;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.policy.Parameters;

/**
 * What every step of a decision has at hand.
 *
 * @param claim the facts stated
 * @param parameters figures of the edition as a whole
 * @param scope which kinds of care critical-illness insurance covers
 * @param local standards of the pooling area
 * @param ledger where lines and notices are written
 */
public record DecisionContext(Claim claim, Parameters parameters, CriticalIllnessScope scope, LocalStandards local,
    DecisionLedger ledger) {}
