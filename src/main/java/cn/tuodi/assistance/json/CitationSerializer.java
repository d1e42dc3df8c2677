package cn.tuodi.assistance.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes citations, which are few and make up most of an answer, from their encoded form. */
final class CitationSerializer extends StdSerializer<DecisionJson.ProvisionJson> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 8192;
  private static final JsonMapper PLAIN =
      JsonMapper.builder().addMixIn(DecisionJson.ProvisionJson.class, AsRecord.class).build();
  private static final Map<DecisionJson.ProvisionJson, SerializableString> ENCODED = new ConcurrentHashMap<>();

  /** Keeps the library from calling this serializer for what is to be encoded. */
  @JsonSerialize(using = JsonSerializer.None.class)
  private interface AsRecord {}

  CitationSerializer() {
    super(DecisionJson.ProvisionJson.class);
  }

  @Override
  public void serialize(DecisionJson.ProvisionJson citation, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    write(citation, out);
  }

  /** Writes a citation. */
  static void write(DecisionJson.ProvisionJson citation, JsonGenerator out) throws IOException {
    SerializableString json = ENCODED.get(citation);
    if (json == null) {
      json = encode(citation);
    }
    out.writeRawValue(json);
  }

  private static SerializableString encode(DecisionJson.ProvisionJson citation) throws JsonProcessingException {
    if (ENCODED.size() >= MOST) {
      ENCODED.clear();
    }
    SerializableString json = new SerializedString(PLAIN.writeValueAsString(citation));
    json.asUnquotedUTF8();
    ENCODED.put(citation, json);
    return json;
  }
}
