package cn.tuodi.answer;

/** What becomes of a claim or another question. */
public interface Outcome {}
