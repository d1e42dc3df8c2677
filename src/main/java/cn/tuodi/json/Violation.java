package cn.tuodi.json;

/**
 * Something malformed in a request.
 *
 * @param pointer JSON pointer into the request; for a query parameter its name after a slash
 * @param message what is wrong and what is wanted, in the caller's language
 */
public record Violation(String pointer, String message) {}
