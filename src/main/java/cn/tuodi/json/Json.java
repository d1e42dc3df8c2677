package cn.tuodi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes answers as JSON in UTF-8; the same answer always gives the same bytes. */
public final class Json {

  /** Media type of problems. */
  public static final String PROBLEM = "application/problem+json";

  /** Media type of batches. */
  public static final String LINES = "application/x-ndjson";

  /** The same as other programs call it. */
  public static final String LINES_NDJSON = "application/ndjson";

  /** The same as other programs call it. */
  public static final String LINES_JSONL = "application/jsonl";

  /** The same as other programs call it. */
  public static final String LINES_JSONLINES = "application/jsonlines";

  private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
      .addModule(new SimpleModule().addSerializer(new MoneySerializer()))
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();
  private static final JsonMapper TREES = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  private Json() {}

  /** An answer as the tree of what is written, with exact numbers. */
  public static JsonNode tree(Object value) {
    try {
      return TREES.readTree(bytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree of what was written, with exact numbers. */
  public static JsonNode parsed(String written) {
    try {
      return TREES.readTree(written);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this was not written here", e);
    }
  }

  /** An answer as it is written. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
