package cn.tuodi.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;

/**
 * What is said to people, before it is known in which language: a text of the bundles with its arguments, or words that
 * came from elsewhere in both languages. Messages are equal that say the same, so that what was written down equals
 * what is said anew.
 */
public sealed interface Message permits BundledMessage, GivenMessage {

  /**
   * A text of the bundles.
   *
   * @param key room and key, for example {@code desk.draft-changed}
   * @param arguments what stands in the text, in order; messages among them are said in the same language
   */
  static Message of(String key, Object... arguments) {
    return new BundledMessage(key, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
  }

  /** Words that no bundle has: names, and what earlier programs wrote down. */
  static Message given(String zh, String en) {
    return new GivenMessage(zh, en);
  }

  /** What is said in a language. */
  String in(Language language);

  /** Whether another message says the same in both languages. */
  default boolean says(Message other) {
    return Objects.equals(in(Language.ZH), other.in(Language.ZH))
        && Objects.equals(in(Language.EN), other.in(Language.EN));
  }
}
