package cn.tuodi.language;

import java.util.List;

/** A text of the bundles. */
final class BundledMessage extends Message {

  private final String key;
  private final List<Object> arguments;

  /**
   * A text.
   *
   * @param key room and key
   * @param arguments what stands in the text
   */
  BundledMessage(String key, List<Object> arguments) {
    this.key = key;
    this.arguments = arguments;
  }

  @Override
  public String in(Language language) {
    return Texts.of(language).text(key, arguments);
  }
}
