package cn.tuodi.table;

import cn.tuodi.claim.Claim;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something wrong with a workbook or a rule, with the place and what to do.
 *
 * @param file path of the file within the policy store
 * @param sheet sheet name, or null
 * @param cell cell in A1 notation, or null
 * @param zh message in Chinese
 * @param en message in English
 * @param example a claim that would meet what is wrong, or null
 */
public record Finding(String file, String sheet, String cell, String zh, String en, Claim example) {

  private static final int MAX_LENGTH = 1000;

  /** A finding; more of a text than anybody reads is cut off. */
  public Finding {
    zh = shortened(zh);
    en = shortened(en);
  }

  private static String shortened(String text) {
    return text == null || text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  /** A finding without a claim as example. */
  public Finding(String file, String sheet, String cell, String zh, String en) {
    this(file, sheet, cell, zh, en, null);
  }

  /** A finding about a whole file. */
  public static Finding ofFile(String file, String zh, String en) {
    return new Finding(file, null, null, zh, en);
  }

  /** As something malformed in a request; the pointer is file, sheet and cell. */
  public Violation violation(Language language) {
    String pointer = Stream.of(file, sheet, cell).filter(Objects::nonNull)
        .map(part -> part.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining("/", "/", ""));
    return new Violation(pointer, language.of(zh, en));
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
    return text.append(": ").append(zh).append(" / ").append(en).toString();
  }
}
