package cn.tuodi.comparison;

import static cn.tuodi.comparison.ChangedEdition.checked;
import static cn.tuodi.comparison.ChangedEdition.set;
import static cn.tuodi.comparison.ChangedEdition.with;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.language.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison as Markdown. */
class ChangesMarkdownTest {

  private static final String HTML = "<img src=x onerror=alert(1)> [here](javascript:alert(1)) | **`a_b`** &amp;";

  @ParameterizedTest
  @DisplayName("Names and texts of workbooks are shown as they are: nothing in them is HTML or Markdown")
  @EnumSource
  void plain(Language language) {
    EditionChanges changes = EditionComparison.of(checked("guangxi/2022"), with("edition.xlsx", "版本", sheet -> {
      set(sheet, "F4", HTML);
      set(sheet, "G4", HTML);
    }));
    String text = ChangesMarkdown.of(changes, language);
    assertTrue(
        text.contains(
            "\\<img src=x onerror=alert(1)\\> \\[here\\](javascript:alert(1)) \\| \\*\\*\\`a\\_b\\`\\*\\* \\&amp;"),
        text);
    assertFalse(text.contains(" <img"), text);
  }

  @Test
  @DisplayName("What stands in a row stays one line")
  void oneLine() {
    EditionChanges changes = EditionComparison.of(checked("guangxi/2021"), checked("guangxi/2022"));
    ChangesMarkdown.of(changes, Language.ZH).lines().filter(line -> line.startsWith("|"))
        .forEach(line -> assertTrue(line.endsWith(" |"), line));
  }
}
