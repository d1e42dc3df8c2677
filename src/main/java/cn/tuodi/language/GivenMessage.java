package cn.tuodi.language;

import java.util.Objects;

/**
 * Words in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
record GivenMessage(String zh, String en) implements Message {

  @Override
  public String in(Language language) {
    return language.of(zh, en);
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
    return zh + " / " + en;
  }
}
