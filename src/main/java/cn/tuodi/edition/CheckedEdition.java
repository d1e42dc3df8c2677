package cn.tuodi.edition;

import java.util.Map;

/**
 * An edition whose sources were found sound, ready to be compiled.
 *
 * @param description what is known of it
 * @param rules rule source by path: written rules, and the rules that sheets stand for
 */
public record CheckedEdition(EditionDescription description, Map<String, String> rules) {}
