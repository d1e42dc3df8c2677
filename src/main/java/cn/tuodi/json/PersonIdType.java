package cn.tuodi.json;

import cn.tuodi.language.Message;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Id of a person: any text but a number in scientific notation. That is what a spreadsheet makes of a long id, and it is
 * the same for everybody whose ids begin alike.
 */
final class PersonIdType extends WireType<String> {

  private static final Pattern SCIENTIFIC = Pattern.compile("\\d\\.\\d+[eE]\\+\\d+");

  private final WireType<String> text;

  /** Ids of so many characters at most. */
  PersonIdType(int longest) {
    this.text = WireType.text(longest);
  }

  @Override
  public String read(JsonIn in) throws IOException {
    String id = text.read(in);
    if (id != null && id.length() > 1 && id.charAt(1) == '.' && SCIENTIFIC.matcher(id).matches()) {
      in.violation(Message.of("json.is-in-scientific-notation-the-id"));
      return null;
    }
    return id;
  }

  @Override
  public Map<String, Object> schema() {
    return text.schema();
  }
}
