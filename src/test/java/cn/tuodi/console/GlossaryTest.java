package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.console.trial.ClaimForm;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The words of the workbooks in English. */
class GlossaryTest {

  @Test
  @DisplayName("Every sheet, heading and choice of every layout has an English word")
  void complete() {
    Set<String> missing = new TreeSet<>();
    Layouts.ALL.forEach(layout -> {
      look(layout.sheet(), missing);
      layout.columns().forEach(column -> look(column, missing));
    });
    Layouts.DATA.forEach(layout -> {
      look(layout.sheet(), missing);
      layout.columns().forEach(column -> look(column, missing));
    });
    LocalLayouts.ALL.forEach(layout -> {
      look(layout.sheet(), missing);
      layout.columns().forEach(column -> look(column, missing));
    });
    assertEquals(Set.of(), missing);
  }

  @Test
  @DisplayName("Everything that a form offers has an English word")
  void forms() {
    Set<String> missing = new TreeSet<>();
    ClaimForm.LAYOUT.fields().forEach(field -> field.choices().forEach(choice -> look(choice.label(), missing)));
    assertEquals(Set.of(), missing);
  }

  private static void look(Column column, Set<String> missing) {
    look(column.heading(), missing);
    column.type().choices().forEach(choice -> look(choice, missing));
    if (column.empty() != null && !column.empty().isEmpty()) {
      look(column.empty(), missing);
    }
  }

  private static void look(String word, Set<String> missing) {
    if (!EnglishWords.knows(word)) {
      missing.add(word);
    }
  }
}
