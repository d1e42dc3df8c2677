package cn.tuodi.json;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A request being read: where it stands, and what was found malformed so far. */
public final class JsonIn {

  private static final int MAX_VIOLATIONS = 50;
  private static final int MAX_NESTED = 16;
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTED).maxStringLength(4096)
          .maxNumberLength(40).maxNameLength(200).build())
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private final JsonParser parser;
  private final Language language;
  private final String[] path = new String[MAX_NESTED];
  private int depth;
  private final List<Violation> violations = new ArrayList<>(0);

  private JsonIn(JsonParser parser, Language language) {
    this.parser = parser;
    this.language = language;
  }

  /**
   * Reads a whole request.
   *
   * @param bytes UTF-8
   * @param offset where it begins
   * @param length how long it is
   * @param type what it is
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static <T> T read(byte[] bytes, int offset, int length, WireType<T> type, Language language) {
    if (!Utf8.is(bytes, offset, length)) {
      throw new InvalidRequest(
          List.of(new Violation("", language.text("json.not-valid-json-it-must-be"))));
    }
    try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
      JsonIn in = new JsonIn(parser, language);
      T value = null;
      try {
        if (parser.nextToken() == null) {
          in.violation(Message.of("json.the-request-is-empty"));
        } else {
          value = type.read(in);
          if (parser.nextToken() != null) {
            in.violation(Message.of("json.there-is-more-after-the-json"));
          }
        }
      } catch (StreamConstraintsException e) {
        in.violation(Message.of("json.json-nested-too-deeply-or-a"));
      } catch (JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : " " + at.getLineNr() + ":" + at.getColumnNr();
        in.violation(Message.of("json.not-valid-json-at", place));
      }
      if (!in.violations.isEmpty()) {
        throw new InvalidRequest(in.violations);
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonParser parser() {
    return parser;
  }

  public JsonToken token() {
    return parser.currentToken();
  }

  void enter(String name) {
    path[depth++] = name;
  }

  void leave() {
    depth--;
  }

  public boolean isSound() {
    return violations.isEmpty();
  }

  void violation(Message message) {
    violationAt(pointer(), message);
  }

  public void violationAt(String pointer, Message message) {
    if (violations.size() < MAX_VIOLATIONS) {
      violations.add(new Violation(pointer, message.in(language)));
    }
  }

  public String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      pointer.append('/').append(path[i].replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /** Says what is wanted instead of the value at hand, and passes over it. */
  public <T> T mistyped(Message wanted) throws IOException {
    violation(Message.of("json.should-be", wanted));
    parser.skipChildren();
    return null;
  }
}
