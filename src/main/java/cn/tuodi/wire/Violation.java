package cn.tuodi.wire;

/**
 * Something malformed in a request.
 *
 * @param pointer JSON pointer into the request
 * @param message what is wrong and what is wanted, in the caller's language
 */
public record Violation(String pointer, String message) {}
