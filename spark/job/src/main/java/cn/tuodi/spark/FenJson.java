package cn.tuodi.spark;

import cn.tuodi.money.Money;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** What a job keeps for itself, in JSON; amounts are whole fen. */
final class FenJson {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .addModule(new SimpleModule().addSerializer(new FenSerializer()).addDeserializer(Money.class,
          new FenDeserializer()))
      .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
      .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
      .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
      .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
      .build();

  private FenJson() {}

  private static final class FenSerializer extends StdSerializer<Money> {

    private static final long serialVersionUID = 1L;

    private FenSerializer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money amount, JsonGenerator json, SerializerProvider provider) throws IOException {
      json.writeNumber(amount.inFen());
    }
  }

  private static final class FenDeserializer extends StdDeserializer<Money> {

    private static final long serialVersionUID = 1L;

    private FenDeserializer() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Money.fen(json.getLongValue());
    }
  }

  static byte[] bytes(Object value) throws IOException {
    return MAPPER.writeValueAsBytes(value);
  }

  static <T> T read(byte[] written, Class<T> type) throws IOException {
    return MAPPER.readValue(written, type);
  }
}
