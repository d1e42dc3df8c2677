package cn.tuodi.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Helps;
import cn.tuodi.language.Language;
import cn.tuodi.language.OtherWords;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import cn.tuodi.table.writing.ColumnHelp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of headings in the guide is the one that workbooks are read by. */
class VocabularyTest {

  /** Choices that are named once at the end and not in every row. */
  private static final int LONG = 7;

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("The list of headings is up to date (written anew with -Dvocabulary.write=true)")
  void upToDate(Language language) throws IOException {
    Path file = Path.of("docs/clerk", language == Language.ZH ? "vocabulary.zh-CN.md" : "vocabulary.md");
    String page = new Page(language).text();
    if (Boolean.getBoolean("vocabulary.write")) {
      Files.writeString(file, page);
    }
    assertEquals(page, Files.readString(file));
  }

  private static final class Page {

    private final Language language;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> headings = new LinkedHashSet<>();
    private final Map<Set<String>, String> choices = new LinkedHashMap<>();
    /** By heading and what it does: the sheets on which it does that. */
    private final Map<String, Map<String, Set<String>>> purposes = new LinkedHashMap<>();

    private Page(Language language) {
      this.language = language;
    }

    private String text() {
      say("# 列标题一览\n\n[English](vocabulary.md)\n\n", "# List of headings\n\n[中文](vocabulary.zh-CN.md)\n\n");
      say("各表可以有的列，由程序生成。怎样使用见[写政策](sheets.zh-CN.md)。“必须有”的列不能省略；其他列可以不写，不写时按末列处理。\n",
          "The columns that sheets may have, as the program has them. How to use them: [sheets](sheets.md). A column that is\n"
              + "needed cannot be left out; without another what the last column says holds.\n");
      Layouts.ALL.forEach(layout -> sheet(layout.sheet(), layout.columns()));
      Layouts.DATA.forEach(layout -> sheet(layout.sheet(), layout.columns()));
      say("\n# 地方标准\n", "\n# Standards of areas\n");
      LocalLayouts.ALL.forEach(layout -> sheet(layout.sheet(), layout.columns()));
      parameters();
      purposes();
      say("\n# 取值\n\n| 列 | 取值 |\n|---|---|\n", "\n# Choices\n\n| column | choices |\n|---|---|\n");
      choices.forEach((values, heading) -> text.append("| ").append(heading).append(" | ")
          .append(String.join("、", values)).append(" |\n"));
      say("\n# 列标题的其他写法\n\n下列写法与列标题同样识别；括号用全角、半角均可。\n\n| 列标题 | 也可写作 |\n|---|---|\n",
          "\n# Other words for headings\n\nThese are understood like the heading; brackets may be of full or half width.\n\n"
              + "| heading | also |\n|---|---|\n");
      headings.forEach(heading -> {
        if (!OtherWords.forHeading(heading).isEmpty()) {
          text.append("| ").append(heading).append(" | ").append(String.join("、", OtherWords.forHeading(heading)))
              .append(" |\n");
        }
      });
      return text.toString();
    }

    private void sheet(String name, List<Column> columns) {
      text.append("\n## ").append(name);
      say("\n\n| 列标题 | 作用 | 填写 | 不写时 |\n|---|---|---|---|\n",
          " – " + EnglishWords.of(name)
              + "\n\n| heading | in English | what it is | cells | without it |\n|---|---|---|---|---|\n");
      columns.forEach(this::column);
      columns.stream().filter(column -> column.role() != Column.Role.NOTE)
          .forEach(column -> Helps.of(name, column.heading()).ifPresent(help -> purposes
              .computeIfAbsent(column.heading(), heading -> new LinkedHashMap<>())
              .computeIfAbsent(help.in(language), text -> new LinkedHashSet<>()).add(name)));
    }

    private void parameters() {
      say("\n# 参数\n\n| 参数 | 作用 |\n|---|---|\n",
          "\n# Parameters\n\n| parameter | in English | what it does |\n|---|---|---|\n");
      for (Parameter parameter : Parameter.values()) {
        text.append("| ").append(parameter.label());
        say("", " | " + EnglishWords.of(parameter.label()));
        text.append(" | ").append(ColumnHelp.of(parameter).in(language).replace("|", "\\|")).append(" |\n");
      }
    }

    private void purposes() {
      say("\n# 各列的作用\n\n| 列标题 | 作用 |\n|---|---|\n", "\n# What columns do\n\n| heading | what it does |\n|---|---|\n");
      purposes.forEach((heading, byHelp) -> byHelp.forEach((help, sheets) -> text.append("| ").append(heading)
          .append(byHelp.size() == 1 ? "" : language.of("（" + String.join("、", sheets) + "）",
              " (" + String.join("、", sheets) + ")"))
          .append(" | ").append(help).append(" |\n")));
    }

    private void column(Column column) {
      headings.add(column.heading());
      text.append("| ").append(column.heading());
      say("", " | " + EnglishWords.of(column.heading()));
      text.append(" | ").append(role(column)).append(" | ").append(cells(column)).append(" | ")
          .append(column.isRequired() ? language.of("必须有", "needed")
              : column.role() == Column.Role.NOTE ? language.of("没有备注", "no note") : column.empty())
          .append(" |\n");
    }

    private String role(Column column) {
      return switch (column.role()) {
        case CONDITION -> language.of("条件", "condition");
        case ACTION, FLAG -> language.of("结果", "result");
        case NOTE -> language.of("备注", "note");
      };
    }

    private String cells(Column column) {
      Set<String> values = column.type().choices();
      if (values.size() >= LONG) {
        choices.putIfAbsent(values, column.heading());
        return language.of("见末尾“取值”", "see the choices below");
      }
      return column.type().wanted().in(language).replace("|", "\\|");
    }

    private void say(String zh, String en) {
      text.append(language == Language.ZH ? zh : en);
    }
  }
}
