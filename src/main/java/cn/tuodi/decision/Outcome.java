package cn.tuodi.decision;

/** What becomes of a claim or another question. */
public sealed interface Outcome
    permits Decision, Refusal, MissingFact, PremiumAnswer, ApplicationAnswer, RecognitionAnswer {}
