package cn.tuodi.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Other words that people write for headings of workbooks: those that documents use, and those of other programs. */
public final class OtherWords {

  private static final String FILE = "/tables/other-words.properties";
  private static final String SEPARATOR = "、";
  private static final Properties WORDS = PropertiesFile.read(FILE);

  private OtherWords() {}

  /** The headings that a word may stand for, the likeliest first; none where it stands for none. */
  public static List<String> of(String word) {
    String headings = WORDS.getProperty(plain(word));
    return headings == null ? List.of() : Arrays.asList(headings.split(SEPARATOR));
  }

  /** The other words for a heading, in their order. */
  public static Set<String> forHeading(String heading) {
    Set<String> words = new TreeSet<>();
    WORDS.stringPropertyNames().stream().filter(word -> of(word).contains(heading)).forEach(words::add);
    return words;
  }

  /** All other words. */
  public static Set<String> all() {
    return new TreeSet<>(WORDS.stringPropertyNames());
  }

  /** A heading without the differences between signs of full and half width. */
  public static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC);
  }
}
