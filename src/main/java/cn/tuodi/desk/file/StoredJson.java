package cn.tuodi.desk.file;

import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The store's own records as files. An amount is the text of its yuan, a rate the text of its share; whatever a record
 * holds is read back as it was.
 */
public final class StoredJson {

  private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(values())
      // What a record answers when it is asked whether it is something is none of its parts.
      .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(SerializationFeature.INDENT_OUTPUT).build();

  /** No record is larger: a draft has at most some hundred findings. */
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private StoredJson() {}

  /**
   * Reads a record.
   *
   * @throws IOException if the file is not there, is no such record, or lacks what it must have
   */
  public static <T> T read(Path file, Class<T> type, Predicate<T> whole) throws IOException {
    return parsed(bytes(file), type, whole);
  }

  /**
   * Reads a record from its bytes.
   *
   * @throws IOException if they are no such record, or lack what it must have
   */
  public static <T> T parsed(byte[] content, Class<T> type, Predicate<T> whole) throws IOException {
    T record = JSON.readValue(content, type);
    if (record == null || !whole.test(record)) {
      throw partial(type);
    }
    return record;
  }

  /** A record lacks what it must have. */
  static IOException partial(Class<?> type) {
    return new JsonMappingException(null, "not the whole of a " + type.getSimpleName());
  }

  /**
   * Reads a record; what can be found out again is given up where it cannot be read.
   *
   * @param parts names of what is given up
   * @throws IOException if the file is not there, is no such record, or lacks what it must have
   */
  public static <T> T readWithout(Path file, Class<T> type, Predicate<T> whole, Collection<String> parts)
      throws IOException {
    try {
      return read(file, type, whole);
    } catch (JsonMappingException e) {
      JsonNode tree = JSON.readTree(bytes(file));
      if (!(tree instanceof ObjectNode object)) {
        throw e;
      }
      T record = JSON.treeToValue(object.without(parts), type);
      if (!whole.test(record)) {
        throw e;
      }
      return record;
    }
  }

  /**
   * The bytes of a record.
   *
   * @throws IOException if the file is not there, or larger than a record can be
   */
  public static byte[] bytes(Path file) throws IOException {
    byte[] content = DurableFiles.read(file, MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw new IOException("larger than a record");
    }
    return content;
  }

  public static byte[] bytes(Object value) throws IOException {
    return JSON.writeValueAsBytes(value);
  }

  private static SimpleModule values() {
    return new SimpleModule("values").addSerializer(Money.class, ToStringSerializer.instance)
        .addDeserializer(Money.class, new Text<>(Money.class, text -> Money.exactly(new BigDecimal(text))))
        .addSerializer(Rate.class, new ShareSerializer())
        .addDeserializer(Rate.class, new Text<>(Rate.class, text -> Rate.of(new BigDecimal(text))));
  }

  /** A rate speaks of percent; its share is what it is. */
  private static final class ShareSerializer extends StdScalarSerializer<Rate> {

    private static final long serialVersionUID = 1L;

    ShareSerializer() {
      super(Rate.class);
    }

    @Override
    public void serialize(Rate rate, JsonGenerator json, SerializerProvider provider) throws IOException {
      json.writeString(rate.share().toPlainString());
    }
  }

  /** A value that is a text. */
  private static final class Text<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> reading;

    Text(Class<T> type, Function<String, T> reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getValueAsString();
      try {
        if (text != null) {
          return reading.apply(text);
        }
      } catch (ArithmeticException | IllegalArgumentException e) {
        // Told below.
      }
      return (T) context.handleWeirdStringValue(handledType(), text, "not such a value");
    }
  }
}
