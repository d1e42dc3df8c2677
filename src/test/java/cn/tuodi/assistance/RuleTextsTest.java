package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.NoticeCode;
import cn.tuodi.policy.TermsOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Texts that rules compare with, which the rule compiler does not know to be constants. */
class RuleTextsTest {

  private static final Pattern COMPARED = Pattern.compile("(\\w+) == \"([^\"]*)\"");
  private static final Map<String, Class<? extends Enum<?>>> CONSTANTS =
      Map.of("stage", ClassificationStage.class, "outcome", TermsOutcome.class, "alsoNotice", NoticeCode.class);

  @Test
  @DisplayName("Every text that a rule compares with is the name of a constant")
  void areConstants() throws IOException {
    int found = 0;
    for (Path file : rules()) {
      Matcher compared = COMPARED.matcher(Files.readString(file));
      while (compared.find()) {
        String where = file + ": " + compared.group();
        Class<? extends Enum<?>> type = CONSTANTS.get(compared.group(1));
        assertNotNull(type, where);
        assertDoesNotThrow(() -> constant(type, compared.group(2)), where);
        found++;
      }
    }
    assertTrue(found >= 10, "found " + found);
  }

  private static Object constant(Class<? extends Enum<?>> type, String name) {
    return Stream.of(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst()
        .orElseThrow();
  }

  private static List<Path> rules() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
    }
  }
}
