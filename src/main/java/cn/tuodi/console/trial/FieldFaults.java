package cn.tuodi.console.trial;

import cn.tuodi.console.Area;
import cn.tuodi.console.Areas;
import cn.tuodi.console.Glossary;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the reader of requests finds wrong, as the form has it: at the fields, and with their labels instead of the names
 * of the interface.
 */
public final class FieldFaults {

  private static final String PLAN = "/criticalIllnessPlan";
  /** Names of the interface: {@code recognisedOn}, {@code COUNTY_DESIGNATED}. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_]*");
  private static final Pattern INNER_CAPITAL = Pattern.compile(".*[a-z][A-Z].*|[A-Z_]{2,}");
  private static final int EXAMPLES = 8;

  private final FormLayout layout;
  private final FormValues filled;
  private final Language language;
  private final Map<String, String> labels = new HashMap<>();

  private FieldFaults(FormLayout layout, FormValues filled, Language language) {
    this.layout = layout;
    this.filled = filled;
    this.language = language;
    for (Field field : layout.fields()) {
      labels.putIfAbsent(field.pointer().substring(field.pointer().lastIndexOf('/') + 1),
          language.of(field.zh(), field.en()));
      field.choices().forEach(choice -> labels.putIfAbsent(choice.value(), Glossary.of(choice.label(), language)));
    }
  }

  /**
   * What is wrong, each said once.
   *
   * @param violations what the reader of requests found
   * @param request what was read
   */
  static List<FieldFault> of(FormLayout layout, FormValues filled, List<Violation> violations,
      FormValues.Request request,
      Language language) {
    FieldFaults faults = new FieldFaults(layout, filled, language);
    return violations.stream().map(violation -> faults.of(request.field(violation.pointer()), violation.message()))
        .distinct().toList();
  }

  private FieldFault of(String pointer, String message) {
    if (pointer.equals(PLAN) && filled.hasAny(PLAN + "/tiers")) {
      return new FieldFault(List.of(PLAN + "/deductible", PLAN + "/disposableIncomePerHead"),
          language.text("console.state-either-the-deductible-or-the"));
    }
    Field field = field(pointer);
    if (field == null) {
      return new FieldFault(List.of(), inOwnWords(message));
    }
    return FieldFault.at(field.pointer(), filled.values(field.pointer()).isEmpty() ? missing(field)
        : ofKind(field, filled.value(field.pointer()), message));
  }

  /** The field that a pointer leads to: itself, the first below it, or the first beside it. */
  private Field field(String pointer) {
    List<Field> fields = layout.fields();
    for (Field field : fields) {
      if (field.pointer().equals(pointer)) {
        return field;
      }
    }
    for (String prefix = pointer; !prefix.isEmpty(); prefix = prefix.substring(0, prefix.lastIndexOf('/'))) {
      for (Field field : fields) {
        if (field.pointer().startsWith(prefix + "/")) {
          return field;
        }
      }
    }
    return null;
  }

  private String missing(Field field) {
    return field.kind() == Field.Kind.CHOICE ? language.text("console.choose-one")
        : language.text("console.fill-this-in");
  }

  /** What is wrong with a value of a kind that forms write in another way than requests do. */
  private String ofKind(Field field, String value, String message) {
    boolean number = FormValues.isNumber(value);
    return switch (field.kind()) {
      case PLACE -> place(value, Areas.named(value), language);
      case CHOICE, SEVERAL -> field.choices().stream().anyMatch(choice -> choice.value().equals(value))
          ? inOwnWords(message)
          : language.text("console.choose-from-the-list");
      case AMOUNT -> number ? inOwnWords(message)
          : language.text("console.write-an-amount-as-a-number");
      case PERCENT -> language.text("console.write-a-percentage-from-0-to");
      case COUNT -> number ? inOwnWords(message) : language.text("console.write-a-whole-number");
      case TEXT, DATE, YES_NO -> inOwnWords(message);
    };
  }

  /**
   * Why a text does not say which area is meant.
   *
   * @param value the text
   * @param meant the areas that it may mean, none or several
   */
  public static String place(String value, List<Area> meant, Language language) {
    if (meant.isEmpty()) {
      return language.text("console.there-is-no-area-write-its", value);
    }
    String names = meant.stream().limit(EXAMPLES)
        .map(area -> language.text("language.bracketed", Areas.inFull(area.code(), language), area.code()))
        .collect(Collectors.joining(language.text("language.list-comma-2")))
        + (meant.size() > EXAMPLES ? language.text("console.and-more-3") : "");
    return language.text("console.may-be-write-more-of-the", value, names);
  }

  /** The message with labels of the form instead of names of the interface. */
  private String inOwnWords(String message) {
    return NAME.matcher(message).replaceAll(found -> Matcher.quoteReplacement(inOwnWords(found)));
  }

  private String inOwnWords(MatchResult name) {
    boolean ofInterface = language == Language.ZH || INNER_CAPITAL.matcher(name.group()).matches();
    String label = ofInterface ? labels.get(name.group()) : null;
    return label == null ? name.group() : "“" + label + "”";
  }
}
