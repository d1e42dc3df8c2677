package cn.tuodi.answer;

/**
 * What a person may claim besides money.
 *
 * @param type what
 * @param source the row it rests on
 */
public record Entitlement(EntitlementType type, Source source) {}
