package cn.tuodi.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;

/**
 * What is said to people, before it is known in which language: a text of the bundles with its arguments, or words that
 * came from elsewhere in both languages. Messages are equal that say the same, so that what was written down equals
 * what is said anew.
 */
public abstract sealed class Message permits BundledMessage, GivenMessage {

  /** Messages are those of this package. */
  Message() {}

  /**
   * A text of the bundles.
   *
   * @param key room and key, for example {@code desk.draft-changed}
   * @param arguments what stands in the text, in order; messages among them are said in the same language
   */
  public static Message of(String key, Object... arguments) {
    return new BundledMessage(key, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
  }

  /** Words that no bundle has: names, and what earlier programs wrote down. */
  public static Message given(String zh, String en) {
    return new GivenMessage(zh, en);
  }

  /** What is said in a language. */
  public abstract String in(Language language);

  @Override
  public final boolean equals(Object other) {
    return other instanceof Message message && Objects.equals(in(Language.ZH), message.in(Language.ZH))
        && Objects.equals(in(Language.EN), message.in(Language.EN));
  }

  @Override
  public final int hashCode() {
    return Objects.hashCode(in(Language.ZH));
  }

  @Override
  public final String toString() {
    return in(Language.ZH) + " / " + in(Language.EN);
  }
}
