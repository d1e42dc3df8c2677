package cn.tuodi.simulation;

import cn.tuodi.facts.CareType;
import cn.tuodi.facts.Condition;
import cn.tuodi.facts.DisabilityKind;
import cn.tuodi.facts.Enrolment;
import cn.tuodi.facts.IdentityType;
import cn.tuodi.facts.Place;
import cn.tuodi.facts.Referral;
import cn.tuodi.facts.Scheme;
import cn.tuodi.wire.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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

  /** What there is to choose from in a column; none where its text is free. */
  static List<CsvChoice> of(CsvColumn column) {
    return switch (column) {
      case SCHEME -> all(Scheme.class, Scheme::label);
      case ENROLMENT -> all(Enrolment.class, Enrolment::label);
      case IDENTITIES -> all(IdentityType.class, IdentityType::label);
      case DISABILITY_KIND -> all(DisabilityKind.class, DisabilityKind::label);
      case CARE_TYPE -> all(CareType.class, CareType::label);
      case CONDITION -> all(Condition.class, Condition::label);
      case PLACE -> all(Place.class, Place::label);
      case REFERRAL -> all(Referral.class, Referral::label);
      default -> List.of();
    };
  }

  private static <E extends Enum<E>> List<CsvChoice> all(Class<E> type, Function<E, String> label) {
    return Arrays.stream(type.getEnumConstants()).map(value -> new CsvChoice(value.name(), label.apply(value)))
        .toList();
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
        .collect(Collectors.joining(language.of("、", ", ")));
  }
}
