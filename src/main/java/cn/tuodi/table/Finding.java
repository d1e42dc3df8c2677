package cn.tuodi.table;

import cn.tuodi.claim.Claim;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something wrong with a workbook or a rule, with the place and what to do.
 *
 * @param file path of the file within the policy store
 * @param sheet sheet name, or null
 * @param cell cell in A1 notation, or null
 * @param message what is wrong and what to do
 * @param example a claim that would meet what is wrong, or null
 */
public record Finding(String file, String sheet, String cell, Message message, Claim example) {

  private static final int MAX_LENGTH = 1000;

  /**
   * A finding as the desk keeps it: in words, which stay as they were said when the texts of the program change.
   */
  record Kept(String file, String sheet, String cell, String zh, String en, Claim example) {}

  /** A finding; more of a text than anybody reads is cut off. */
  public Finding {
    message = message == null ? null : shortened(message);
  }

  private static Message shortened(Message message) {
    String zh = message.in(Language.ZH);
    String en = message.in(Language.EN);
    return zh.length() <= MAX_LENGTH && en.length() <= MAX_LENGTH ? message
        : Message.given(shortened(zh), shortened(en));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  /** A finding without a claim as example. */
  public Finding(String file, String sheet, String cell, Message message) {
    this(file, sheet, cell, message, null);
  }

  /** A finding about a whole file. */
  public static Finding ofFile(String file, Message message) {
    return new Finding(file, null, null, message);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Finding of(Kept kept) {
    return new Finding(kept.file, kept.sheet, kept.cell, kept.zh == null ? null : Message.given(kept.zh, kept.en),
        kept.example);
  }

  @JsonValue
  Kept kept() {
    return new Kept(file, sheet, cell, zh(), en(), example);
  }

  /** The message in Chinese. */
  public String zh() {
    return message == null ? null : message.in(Language.ZH);
  }

  /** The message in English. */
  public String en() {
    return message == null ? null : message.in(Language.EN);
  }

  /** As something malformed in a request; the pointer is file, sheet and cell. */
  public Violation violation(Language language) {
    String pointer = Stream.of(file, sheet, cell).filter(Objects::nonNull)
        .map(part -> part.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining("/", "/", ""));
    return new Violation(pointer, message.in(language));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (sheet != null) {
      text.append(" [").append(sheet).append(']');
    }
    if (cell != null) {
      text.append(' ').append(cell);
    }
    return text.append(": ").append(zh()).append(" / ").append(en()).toString();
  }
}
