package cn.tuodi.json;

import cn.tuodi.language.Message;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Any JSON value, with exact numbers. Fields stated twice and very many of them are violations. */
public final class JsonTree extends WireType<JsonNode> {

  /** The most fields of an object and items of an array. */
  static final int MOST = 100;

  private final Set<String> passedOver;

  /**
   * A JSON value.
   *
   * @param passedOver fields of the outermost object that are not kept
   */
  public JsonTree(Set<String> passedOver) {
    this.passedOver = passedOver;
  }

  @Override
  public JsonNode read(JsonIn in) throws IOException {
    return read(in, passedOver);
  }

  private static JsonNode read(JsonIn in, Set<String> passedOver) throws IOException {
    return switch (in.token()) {
      case START_OBJECT -> object(in, passedOver);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> TextNode.valueOf(in.parser().getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        BigDecimal number = decimal(in);
        yield number == null ? NullNode.instance : DecimalNode.valueOf(number);
      }
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      default -> NullNode.instance;
    };
  }

  private static JsonNode object(JsonIn in, Set<String> passedOver) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (in.parser().nextToken() == JsonToken.FIELD_NAME) {
      String name = in.parser().currentName();
      in.parser().nextToken();
      in.enter(name);
      if (passedOver.contains(name)) {
        in.parser().skipChildren();
      } else if (object.has(name)) {
        in.violation(Message.of("json.is-stated-twice"));
        in.parser().skipChildren();
      } else if (object.size() == MOST) {
        in.violation(Message.of("json.the-object-has-more-than-fields", MOST));
        in.parser().skipChildren();
      } else {
        object.set(name, read(in, Set.of()));
      }
      in.leave();
    }
    return object;
  }

  private static JsonNode array(JsonIn in) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; in.parser().nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == MOST) {
        in.violation(Message.of("json.has-more-than-items", MOST));
      }
      if (i >= MOST) {
        in.parser().skipChildren();
        continue;
      }
      in.enter(Integer.toString(i));
      array.add(read(in, Set.of()));
      in.leave();
    }
    return array;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of();
  }
}
