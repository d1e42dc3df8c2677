package cn.tuodi.table.cell;

import cn.tuodi.language.Message;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One or some of the constants of an enumeration, by their Chinese labels.
 *
 * @param <E> the enumeration
 */
final class Choice<E extends Enum<E>> extends CellType {

  private final Class<E> type;
  private final Function<E, String> label;
  private final boolean several;
  private final Map<String, E> byLabel = new LinkedHashMap<>();

  Choice(Class<E> type, Function<E, String> label, boolean several) {
    super(Message.of(several ? "table.one-or-more-separated-by-of" : "table.one-of", labels(type, label)));
    this.type = type;
    this.label = label;
    this.several = several;
    for (E constant : type.getEnumConstants()) {
      if (label.apply(constant) != null) {
        byLabel.put(label.apply(constant), constant);
      }
    }
  }

  private static <E extends Enum<E>> Message labels(Class<E> type, Function<E, String> label) {
    Set<String> labels = new LinkedHashSet<>();
    for (E constant : type.getEnumConstants()) {
      if (label.apply(constant) != null) {
        labels.add(label.apply(constant));
      }
    }
    return Message.given(String.join("、", labels), String.join(", ", labels));
  }

  @Override
  public Object parse(Object raw) {
    if (!(raw instanceof String text)) {
      return null;
    }
    if (!several) {
      return byLabel.get(text);
    }
    Set<E> chosen = new LinkedHashSet<>();
    for (String part : text.split("、")) {
      E constant = byLabel.get(part.strip());
      if (constant == null || !chosen.add(constant)) {
        return null;
      }
    }
    return chosen;
  }

  @Override
  public String literal(Object value) {
    return value instanceof Set<?> chosen
        ? chosen.stream().map(constant -> literal(constant))
            .collect(Collectors.joining(", ", "java.util.EnumSet.of(", ")"))
        : type.getSimpleName() + "." + ((Enum<?>) value).name();
  }

  @Override
  public String compared(Object value) {
    return JavaText.literal(((Enum<?>) value).name());
  }

  @Override
  public String shown(Object value) {
    return value instanceof Set<?> chosen
        ? chosen.stream().map(constant -> label.apply(type.cast(constant))).collect(Collectors.joining("、"))
        : label.apply(type.cast(value));
  }

  @Override
  public List<Object> values() {
    return several ? List.of() : List.copyOf(byLabel.values());
  }

  @Override
  public Set<String> choices() {
    return several ? Set.of() : byLabel.keySet();
  }
}
