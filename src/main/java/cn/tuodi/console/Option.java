package cn.tuodi.console;

/**
 * Something that can be chosen.
 *
 * @param value value that the form sends
 * @param label what it is called in the language of the page
 * @param selected whether it is chosen
 */
public record Option(String value, String label, boolean selected) {}
