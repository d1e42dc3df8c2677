/**
 * Deciding one claim: the steps that rules and decision tables speak of, in their order, the ledger they write to, and the
 * decision. Steps are immutable except the {@link cn.tuodi.assistance.DecisionLedger}.
 */
package cn.tuodi.assistance;
