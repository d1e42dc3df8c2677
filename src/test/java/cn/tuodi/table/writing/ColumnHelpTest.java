package cn.tuodi.table.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.language.Helps;
import cn.tuodi.language.Language;
import cn.tuodi.language.PropertiesFile;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.ParameterSheet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What staff are told of columns and parameters. */
class ColumnHelpTest {

  @ParameterizedTest
  @EnumSource(Parameter.class)
  @DisplayName("Every parameter says what it does and what its value is")
  void parameters(Parameter parameter) {
    String purpose = Helps.of("参数", parameter.label()).orElseThrow().in(Language.ZH);
    for (Language language : Language.values()) {
      String help = ColumnHelp.of(parameter).in(language);
      assertTrue(help.startsWith(Helps.of("参数", parameter.label()).orElseThrow().in(language)), help);
      assertTrue(help.contains(ParameterSheet.type(parameter.kind()).wanted().in(language)), help);
    }
    assertTrue(purpose.length() > parameter.label().length(), purpose);
  }

  @Test
  @DisplayName("Every column of every sheet says what it is for")
  void columns() {
    Set<String> silent = new TreeSet<>();
    Layouts.ALL.forEach(layout -> silent(layout.sheet(), layout.columns(), silent));
    Layouts.DATA.forEach(layout -> silent(layout.sheet(), layout.columns(), silent));
    LocalLayouts.ALL.forEach(layout -> silent(layout.sheet(), layout.columns(), silent));
    assertEquals(Set.of(), silent);
  }

  private static void silent(String sheet, List<Column> columns, Set<String> silent) {
    for (Column column : columns) {
      if (Helps.of(sheet, column.heading()).isEmpty()) {
        silent.add(sheet + "." + column.heading());
      }
    }
  }

  @Test
  @DisplayName("Both languages explain the same words, each in its own")
  void languages() {
    Properties zh = PropertiesFile.read("/tables/help_zh.properties");
    Properties en = PropertiesFile.read("/tables/help_en.properties");
    assertEquals(new TreeSet<>(zh.stringPropertyNames()), new TreeSet<>(en.stringPropertyNames()));
    en.forEach((word, help) -> assertFalse(help.toString().codePoints()
        .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN), word + ": " + help));
  }

  @Test
  @DisplayName("What is told of one sheet comes before what is told of all")
  void ownSheetFirst() {
    assertTrue(Helps.of("倾斜救助", "年度限额").orElseThrow().in(Language.ZH).contains("倾斜救助"));
    assertFalse(Helps.of("救助待遇", "年度限额").orElseThrow().in(Language.ZH).contains("倾斜救助"));
  }
}
