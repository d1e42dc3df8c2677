package cn.tuodi.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, with the same arguments, and every text is said somewhere. */
public class TextsTest {

  /** Punctuation of Chinese that stands in no word of it: a heading or a choice may have it, an English sentence not. */
  private static final Pattern CHINESE_PUNCTUATION = Pattern.compile("(?<!\\p{IsHan})[（）【】《》「」，。；：？！、]");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private static final Path TEXTS = Path.of("src/main/resources/texts");
  private static final List<Path> SAYING = List.of(Path.of("src/main/java"), Path.of("src/main/resources/templates"));
  private static final Pattern KEY = Pattern.compile("[\"']([a-z]+\\.[a-z0-9]+(?:-[a-z0-9]+)*)[\"']");

  /** Texts that name a heading, a choice or a code of the workbook in Chinese, which English leaves out or adds. */
  private static final Set<String> CHINESE_NAMES = new TreeSet<>(Set.of(
      "comparison.any-2",
      "comparison.none-2",
      "edition.a-row-of-this-outcome-makes",
      "edition.add-a-row-or-change-the",
      "edition.by-the-document-the-cap-is",
      "edition.the-edition-states-this-itself-sheet",
      "edition.the-figure-is-outside-the-bounds",
      "edition.the-sheet-has-no-such-figure",
      "edition.the-sheet-of-the-edition-leaves",
      "edition.the-terms-need-this",
      "edition.there-is-no-area-of-this",
      "edition.this-and-exclude-each-other-the",
      "language.titled",
      "table.the-parameter-stands-twice"));

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertEquals(texts("zh").keySet(), texts("en").keySet());
    assertFalse(texts("zh").isEmpty());
  }

  @Test
  void bothLanguagesHaveTheSameArguments() {
    TreeMap<String, String> english = texts("en");
    Set<String> different = new TreeSet<>();
    texts("zh").forEach((key, chinese) -> {
      if (!arguments(chinese).equals(arguments(english.get(key)))) {
        different.add(key);
      }
    });
    assertEquals(CHINESE_NAMES, different);
  }

  @Test
  void englishHasNoPunctuationOfChinese() {
    Set<String> faulty = new TreeSet<>();
    texts("en").forEach((key, english) -> {
      if (hasPunctuationOfChinese(english)) {
        faulty.add(key);
      }
    });
    assertEquals(Set.of(), faulty);
    assertTrue(hasPunctuationOfChinese("one of \"A\"（U+0041）"));
    assertFalse(hasPunctuationOfChinese("column 年满（岁）: \"A、B\" is not one"));
  }

  /** Whether an English sentence has punctuation of Chinese, besides what it quotes. */
  public static boolean hasPunctuationOfChinese(String english) {
    return CHINESE_PUNCTUATION.matcher(QUOTED.matcher(english).replaceAll("\"\"")).find();
  }

  @Test
  void argumentsAreCountedFromZero() {
    TreeMap<String, String> english = texts("en");
    texts("zh").forEach((key, text) -> {
      TreeSet<Integer> arguments = arguments(text + english.get(key));
      assertTrue(arguments.isEmpty() || arguments.last() == arguments.size() - 1, key);
      assertTrue(arguments.size() <= TextPattern.MAX_ARGUMENTS, key);
    });
  }

  @Test
  void everyTextIsSaidAndEveryTextSaidIsThere() {
    TreeMap<String, String> texts = texts("zh");
    Set<String> rooms = texts.keySet().stream().map(TextsTest::room).collect(Collectors.toSet());
    Set<String> said = said().stream().filter(key -> rooms.contains(room(key))).collect(Collectors.toSet());
    Set<String> silent = new TreeSet<>(texts.keySet());
    silent.removeAll(said);
    assertEquals(Set.of(), silent, "texts that nobody says");
    Set<String> calls = new TreeSet<>(saidInCalls());
    calls.removeAll(texts.keySet());
    assertEquals(Set.of(), calls, "keys without a text");
  }

  @Test
  void argumentsStandAsTheyWereGiven() {
    TextPattern text = TextPattern.of("it''s {1} of {0}{0} '{'x'}'");

    assertEquals("it's 1234567 of aa {x}", text.with(List.of("a", 1_234_567), Language.EN));
  }

  @Test
  void messagesWithinMessagesAreSaidInTheSameLanguage() {
    Message message = Message.of("language.bracketed", Message.given("甲", "A"), 12345);

    assertEquals("甲（12345）", message.in(Language.ZH));
    assertEquals("A (12345)", message.in(Language.EN));
  }

  @Test
  void aKeyWithoutTextIsAFault() {
    assertThrows(IllegalArgumentException.class, () -> Message.of("language.no-such-text").in(Language.ZH));
  }

  private static TreeMap<String, String> texts(String tag) {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (Path file : files.filter(file -> file.toString().endsWith("_" + tag + ".properties")).toList()) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
          texts.load(in);
        }
        String name = file.getFileName().toString();
        texts.forEach((key, text) -> all.put(name.substring(0, name.indexOf('_')) + "." + key, text.toString()));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeSet<Integer> arguments(String text) {
    return new TreeSet<>(TextPattern.of(text).places());
  }

  private static Set<String> said() {
    return sources().flatMap(source -> KEY.matcher(source).results()).map(key -> key.group(1))
        .collect(Collectors.toSet());
  }

  /** Keys that stand first in a call; one that is chosen by a condition is found by {@link #said()}. */
  private static Set<String> saidInCalls() {
    Pattern call = Pattern.compile("(?:\\btext|Message\\.of)\\(\\s*" + KEY.pattern());
    return sources().flatMap(source -> call.matcher(source).results()).map((MatchResult key) -> key.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<String> sources() {
    return SAYING.stream().flatMap(TextsTest::files).map(file -> {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String room(String key) {
    return key.substring(0, key.indexOf('.'));
  }
}
