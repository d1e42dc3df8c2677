package cn.tuodi.language;

import java.util.List;
import java.util.Objects;

/**
 * A text of the bundles.
 *
 * @param key room and key
 * @param arguments what stands in the text
 */
record BundledMessage(String key, List<Object> arguments) implements Message {

  @Override
  public String in(Language language) {
    return Texts.of(language).text(key, arguments);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message && says(message);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(in(Language.ZH));
  }

  @Override
  public String toString() {
    return in(Language.ZH) + " / " + in(Language.EN);
  }
}
