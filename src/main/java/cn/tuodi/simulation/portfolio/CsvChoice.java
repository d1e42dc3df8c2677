package cn.tuodi.simulation.portfolio;

import cn.tuodi.field.ValueType;
import cn.tuodi.language.Language;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the values that a cell may choose from, which people write by its code or by its Chinese name, with or without
 * the word that says what it is of: 低保 as well as 低保对象.
 *
 * @param code how the wire contract has it
 * @param label its Chinese name
 */
record CsvChoice(String code, String label) {

  private static final Pattern OF_WHAT = Pattern.compile("(家庭成员|对象|人员|人口|患者|残疾)$");

  /** What there is to choose from among values of a type; none where they are free. */
  static List<CsvChoice> of(ValueType<?> type) {
    return type.choices() == null ? List.of()
        : type.choices().entrySet().stream()
            .map(choice -> new CsvChoice(((Enum<?>) choice.getKey()).name(), choice.getValue())).toList();
  }

  /** The one that a text names; empty where it names none. */
  static Optional<CsvChoice> named(String text, List<CsvChoice> choices) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    String code = plain.toUpperCase(Locale.ROOT);
    String bare = bare(plain);
    return choices.stream().filter(choice -> choice.code.equals(code) || bare(choice.label).equals(bare)).findFirst();
  }

  private static String bare(String label) {
    return OF_WHAT.matcher(label).replaceFirst("");
  }

  /** All of some, each with what it means where that is said in Chinese. */
  static String written(List<CsvChoice> choices, Language language) {
    return choices.stream().map(choice -> language.of(choice.code + "（" + choice.label + "）", choice.code))
        .collect(Collectors.joining(language.text("language.list-comma")));
  }
}
