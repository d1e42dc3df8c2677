package cn.tuodi.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits a line of separated values; a value in double quotes may hold separators, and quotes doubled. */
final class CsvLine {

  private CsvLine() {}

  /**
   * The values of a line.
   *
   * @param separator what stands between them
   * @return the values, or null where a quote is not closed or has text behind it
   */
  static List<String> split(String line, char separator) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (true) {
      StringBuilder value = new StringBuilder();
      if (at < line.length() && line.charAt(at) == '"') {
        at = quoted(line, at + 1, value);
        if (at < 0 || at < line.length() && line.charAt(at) != separator) {
          return null;
        }
      } else {
        int next = line.indexOf(separator, at);
        int end = next < 0 ? line.length() : next;
        value.append(line, at, end);
        at = end;
      }
      values.add(value.toString().strip());
      if (at >= line.length()) {
        return values;
      }
      at++;
    }
  }

  /** Reads a value up to its closing quote; the place behind it, or -1 where there is none. */
  private static int quoted(String line, int from, StringBuilder value) {
    for (int at = from; at < line.length(); at++) {
      if (line.charAt(at) != '"') {
        value.append(line.charAt(at));
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        value.append('"');
        at++;
      } else {
        return at + 1;
      }
    }
    return -1;
  }

  /** The text of a line, or null where it is not UTF-8. */
  static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
