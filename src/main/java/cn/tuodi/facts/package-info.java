/**
 * The types that rules and decision tables speak of: what a claim states, what is inferred from it, and the values they
 * are made of. Everything here is immutable except the {@link cn.tuodi.facts.Ledger}, and nothing here depends on a
 * framework.
 */
package cn.tuodi.facts;
