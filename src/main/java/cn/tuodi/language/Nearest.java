package cn.tuodi.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a misspelt word was probably meant to be. */
public final class Nearest {

  /** One sign in so many may differ. */
  private static final int SIGNS = 3;

  private Nearest() {}

  /** The word of some that is like another one; empty where none is so like it that it was probably meant. */
  public static Optional<String> to(String word, Collection<String> words) {
    return words.stream().filter(other -> isNear(word, other))
        .min(Comparator.comparingInt(other -> apart(word, other)));
  }

  /** Whether two words differ in few of their signs, and have one in common. */
  public static boolean isNear(String word, String other) {
    int apart = apart(word, other);
    return apart <= Math.max(1, Math.max(word.length(), other.length()) / SIGNS)
        && apart < Math.max(word.length(), other.length());
  }

  /** How many signs have to be put in, left out or changed to make one word of another. */
  public static int apart(String word, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= word.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = before[j - 1] + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[other.length()];
  }
}
