package cn.tuodi.console.trial;

import cn.tuodi.console.Area;
import cn.tuodi.console.Areas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody has filled in, field by field, and the request that it amounts to. Rows of a list that were left empty
 * are passed over; what is not a number stays a text, so that the reader of requests says what is wrong with it.
 */
public final class FormValues {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
  /** Groups of thousands that are whole; of any other it cannot be told what a comma means. */
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d{1,20})?");
  private static final Pattern INDEX = Pattern.compile("\\d{1,3}");
  private static final int PERCENT_DIGITS = 2;
  private static final int LONGEST = 200;

  private final FormLayout layout;
  private final Map<String, List<String>> values = new HashMap<>();

  FormValues(FormLayout layout) {
    this.layout = layout;
  }

  /**
   * What a form sent.
   *
   * @param layout the form
   * @param sent values by the name of the field
   */
  public static FormValues of(FormLayout layout, Map<String, List<String>> sent) {
    FormValues filled = new FormValues(layout);
    for (Field field : layout.fields()) {
      List<String> stated = new ArrayList<>();
      for (String value : sent.getOrDefault(field.pointer(), List.of())) {
        String text = value.strip();
        if (!text.isEmpty()) {
          stated.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
      }
      filled.values.put(field.pointer(), stated);
    }
    return filled;
  }

  /** A form filled in as a request has it. */
  public static FormValues of(FormLayout layout, JsonNode request) {
    FormValues filled = new FormValues(layout);
    for (Field field : layout.fields()) {
      JsonNode value = request.at(field.pointer());
      if (value.isArray()) {
        value.forEach(item -> filled.add(field.pointer(), item.asText()));
      } else if (value.isNumber() && field.kind() == Field.Kind.PERCENT) {
        filled.add(field.pointer(), plain(value.decimalValue().movePointRight(PERCENT_DIGITS)));
      } else if (value.isNumber()) {
        filled.add(field.pointer(), plain(value.decimalValue()));
      } else if (!value.isMissingNode() && !value.isNull()) {
        filled.add(field.pointer(), value.asText());
      } else if (!field.initial().isEmpty()) {
        filled.add(field.pointer(), field.initial());
      }
    }
    return filled;
  }

  /** Puts a value where there is none. */
  void otherwise(String pointer, String value) {
    if (values(pointer).isEmpty()) {
      add(pointer, value);
    }
  }

  private void add(String pointer, String value) {
    values.computeIfAbsent(pointer, name -> new ArrayList<>()).add(value);
  }

  /** The values of a field. */
  List<String> values(String pointer) {
    return values.getOrDefault(pointer, List.of());
  }

  /** The value of a field, or empty. */
  String value(String pointer) {
    return values(pointer).isEmpty() ? "" : values(pointer).get(0);
  }

  /** Whether anything that begins with a pointer is filled in, besides boxes to tick. */
  boolean hasAny(String prefix) {
    return layout.fields().stream().filter(field -> field.kind() != Field.Kind.YES_NO)
        .anyMatch(field -> field.pointer().startsWith(prefix) && !values(field.pointer()).isEmpty());
  }

  /** The request, and which field each item of its lists came from. */
  public Request request() {
    Map<String, Object> root = new LinkedHashMap<>();
    for (Field field : layout.fields()) {
      JsonNode leaf = leaf(field);
      if (leaf != null) {
        place(root, field.pointer().substring(1).split("/"), leaf);
      }
    }
    Request request = new Request(new HashMap<>());
    request.json = (ObjectNode) request.node(root, "", "");
    return request;
  }

  private JsonNode leaf(Field field) {
    List<String> stated = values(field.pointer());
    return switch (field.kind()) {
      case YES_NO -> BooleanNode.valueOf(stated.contains("true"));
      case SEVERAL -> {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        stated.forEach(items::add);
        yield stated.isEmpty() ? null : items;
      }
      case AMOUNT, COUNT -> stated.isEmpty() ? null : number(stated.get(0), 0);
      case PERCENT -> stated.isEmpty() ? null : number(withoutSign(stated.get(0)), PERCENT_DIGITS);
      case PLACE -> stated.isEmpty() ? null : TextNode.valueOf(code(stated.get(0)));
      case TEXT, DATE, CHOICE -> stated.isEmpty() ? null : TextNode.valueOf(stated.get(0));
    };
  }

  /** The code of the one area that a text names; else the text, so that the reader of requests refuses it. */
  private static String code(String text) {
    List<Area> named = Areas.named(text);
    return named.size() == 1 ? named.get(0).code() : text;
  }

  private static JsonNode number(String text, int places) {
    return isNumber(text) ? DecimalNode.valueOf(new BigDecimal(digits(text)).movePointLeft(places))
        : TextNode.valueOf(text);
  }

  /** Whether a text is a number as people write them, perhaps with groups of thousands. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(digits(text)).matches();
  }

  /** A number without groups of thousands and in plain digits, whatever keyboard they were typed on. */
  private static String digits(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return GROUPED.matcher(plain).matches() ? plain.replace(",", "").replace(" ", "") : plain;
  }

  /** A percentage without the sign that its label has already. */
  private static String withoutSign(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return plain.endsWith("%") ? plain.substring(0, plain.length() - 1).strip() : text;
  }

  /** What a field is read as: the figure that was meant, where one is asked for and one was written. */
  static String read(Field field, String text) {
    String figure = field.kind() == Field.Kind.PERCENT ? withoutSign(text) : text;
    return switch (field.kind()) {
      case AMOUNT, PERCENT, COUNT -> isNumber(figure) ? digits(figure) : text;
      default -> text;
    };
  }

  private static String plain(BigDecimal number) {
    return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
  }

  @SuppressWarnings("unchecked")
  private static void place(Map<String, Object> root, String[] path, JsonNode leaf) {
    Map<String, Object> at = root;
    for (int i = 0; i < path.length - 1; i++) {
      at = (Map<String, Object>) at.computeIfAbsent(path[i], name -> new LinkedHashMap<String, Object>());
    }
    at.put(path[path.length - 1], leaf);
  }

  /** A request made of a form. */
  public static final class Request {

    private final Map<String, String> rows;
    private ObjectNode json;

    private Request(Map<String, String> rows) {
      this.rows = rows;
    }

    /** The request. */
    public ObjectNode json() {
      return json;
    }

    /** The name of the field that a pointer into the request leads to. */
    String field(String pointer) {
      for (Map.Entry<String, String> row : rows.entrySet()) {
        if (pointer.equals(row.getKey()) || pointer.startsWith(row.getKey() + "/")) {
          return row.getValue() + pointer.substring(row.getKey().length());
        }
      }
      return pointer;
    }

    @SuppressWarnings("unchecked")
    private JsonNode node(Object value, String pointer, String field) {
      if (value instanceof JsonNode leaf) {
        return leaf;
      }
      Map<String, Object> parts = (Map<String, Object>) value;
      if (!parts.isEmpty() && parts.keySet().stream().allMatch(name -> INDEX.matcher(name).matches())) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        parts.forEach((name, part) -> {
          String item = pointer + "/" + items.size();
          rows.put(item, field + "/" + name);
          items.add(node(part, item, field + "/" + name));
        });
        return items;
      }
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      parts.forEach((name, part) -> object.set(name, node(part, pointer + "/" + name, field + "/" + name)));
      return object;
    }
  }
}
