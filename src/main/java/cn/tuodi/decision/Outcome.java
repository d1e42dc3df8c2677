package cn.tuodi.decision;

/** What becomes of a claim. */
public sealed interface Outcome permits Decision, Refusal {}
