package cn.tuodi.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** The store's own records as files. */
final class StoredJson {

  private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(SerializationFeature.INDENT_OUTPUT).build();

  private StoredJson() {}

  /**
   * Reads a record.
   *
   * @throws IOException if the file is not there, is no such record, or lacks what it must have
   */
  static <T> T read(Path file, Class<T> type, Predicate<T> whole) throws IOException {
    return parsed(DurableFiles.read(file), type, whole);
  }

  /**
   * Reads a record from its bytes.
   *
   * @throws IOException if they are no such record, or lack what it must have
   */
  static <T> T parsed(byte[] content, Class<T> type, Predicate<T> whole) throws IOException {
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

  static byte[] bytes(Object value) throws IOException {
    return JSON.writeValueAsBytes(value);
  }
}
