package cn.tuodi.edition.proof;

import cn.tuodi.table.Column;
import cn.tuodi.table.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A situation that a claim can be in, as far as the conditions of a sheet tell it from others; or, with fewer values,
 * all situations that share them.
 *
 * @param values what conditions look at, by its name in the rules; null where the claim has none
 */
public record Situation(Map<String, Object> values) {

  /** Every situation alike. */
  public static final Situation ANY = new Situation(Map.of());

  /** This situation, with a value more. */
  Situation with(String property, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(property, value);
    return new Situation(more);
  }

  /** This situation, with the values of another, which win. */
  Situation with(Situation other) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.putAll(other.values);
    return new Situation(more);
  }

  /** This situation, with a value less. */
  Situation without(String property) {
    Map<String, Object> fewer = new LinkedHashMap<>(values);
    fewer.remove(property);
    return new Situation(fewer);
  }

  /** Whether another situation has every value of this one. */
  boolean includes(Situation other) {
    return other.values.entrySet().containsAll(values.entrySet());
  }

  Object value(String property) {
    return values.get(property);
  }

  /** The code of the identity, or null where it has none or it is not told. */
  String code() {
    return "".equals(value("code")) ? null : (String) value("code");
  }

  /** Whether a value is true. */
  boolean isTrue(String property) {
    return Boolean.TRUE.equals(value(property));
  }

  /** Whether a value is true or not told. */
  boolean isTrueUnlessSaid(String property) {
    return !Boolean.FALSE.equals(value(property));
  }

  /** Every one of some situations with every one of some values. */
  public static List<Situation> each(List<Situation> situations, String property, Collection<?> choices) {
    List<Situation> product = new ArrayList<>(situations.size() * choices.size());
    for (Situation situation : situations) {
      for (Object choice : choices) {
        product.add(situation.with(property, choice));
      }
    }
    return product;
  }

  /** The situation in Chinese, by the headings and labels of a sheet. */
  String zh(Sheet sheet) {
    return told(sheet).map(column -> column.heading() + "“" + shown(column) + "”").collect(Collectors.joining("、"));
  }

  /** The situation in English. */
  String en(Sheet sheet) {
    return told(sheet).map(column -> words(column.property()) + " \"" + english(value(column.property())) + "\"")
        .collect(Collectors.joining(", "));
  }

  private Stream<Column> told(Sheet sheet) {
    Set<String> told = new HashSet<>();
    return sheet.columns().stream().filter(Column::isCondition)
        .filter(column -> values.containsKey(column.property()) && told.add(column.property()));
  }

  private String shown(Column column) {
    Object value = value(column.property());
    return value == null ? Column.NONE : column.type().shown(value);
  }

  private static String english(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : String.valueOf(value == null ? "none" : value);
  }

  /** A name of the rules in words: person class for personClass. */
  private static String words(String property) {
    return property.replaceAll("(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
  }
}
