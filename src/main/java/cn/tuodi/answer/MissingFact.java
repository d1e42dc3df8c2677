package cn.tuodi.answer;

/**
 * A question whose answer hangs on a fact that was not stated.
 *
 * @param pointer JSON pointer to the fact
 */
public record MissingFact(String pointer) implements Outcome {}
