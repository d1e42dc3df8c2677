package cn.tuodi.decision;

/** What becomes of a claim or another question. */
public interface Outcome {}
