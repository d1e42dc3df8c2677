package cn.tuodi.simulation.portfolio;

import cn.tuodi.json.InvalidRequest;
import cn.tuodi.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Finds out that a file of claims is no text in UTF-8. Which other encoding it is in cannot be told for certain, so none
 * is guessed.
 */
final class PortfolioText {

  private static final int PIECE = 1 << 16;
  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final int[] OLD_WORKBOOK = {0xD0, 0xCF, 0x11, 0xE0};
  private static final int[] UTF_16_LITTLE = {0xFF, 0xFE};
  private static final int[] UTF_16_BIG = {0xFE, 0xFF};

  private final Language language;
  private long line = 1;
  private boolean afterReturn;

  private PortfolioText(Language language) {
    this.language = language;
  }

  /**
   * Refuses a file by what it begins with: a workbook, or text in UTF-16.
   *
   * @throws InvalidRequest with what to do
   */
  static void requireText(Path file, Language language) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(PIECE);
    }
    PortfolioText text = new PortfolioText(language);
    if (begins(head, ZIP) || begins(head, OLD_WORKBOOK)) {
      throw text.refusal(language.text("simulation.this-is-a-workbook-or-an")
          + text.saveAsUtf8());
    }
    if (begins(head, UTF_16_LITTLE) || begins(head, UTF_16_BIG) || hasZero(head)) {
      throw text.refusal(language.text("simulation.the-file-is-in-utf-16") + text.saveAsUtf8());
    }
  }

  /**
   * Refuses a file any line of which is not in UTF-8.
   *
   * @throws InvalidRequest with the first such line and what to do
   */
  static void requireUtf8(Path file, Language language) throws IOException {
    PortfolioText text = new PortfolioText(language);
    if (!text.isUtf8(file)) {
      throw text.refusal(language.text("simulation.the-file-is-not-in-utf", text.line)
          + text.saveAsUtf8());
    }
  }

  private boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    CharBuffer characters = CharBuffer.allocate(PIECE);
    try (InputStream in = Files.newInputStream(file)) {
      for (boolean ended = false; !ended;) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, characters, ended);
        characters.flip().chars().forEach(this::count);
        if (result.isError()) {
          return false;
        }
        characters.clear();
        bytes.compact();
      }
    }
    return true;
  }

  /** Counts lines as they are read: a line feed, a carriage return, or one behind the other end one. */
  private void count(int character) {
    if (character == '\r' || character == '\n' && !afterReturn) {
      line++;
    }
    afterReturn = character == '\r';
  }

  private InvalidRequest refusal(String message) {
    return InvalidRequest.parameter(Long.toString(line), message);
  }

  private String saveAsUtf8() {
    return language.text("simulation.in-excel-save-it-as-csv");
  }

  private static boolean begins(byte[] head, int... mark) {
    return head.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> Byte.toUnsignedInt(head[i]) == mark[i]);
  }

  /** Whether there is a byte that no text in UTF-8 has. */
  private static boolean hasZero(byte[] bytes) {
    return IntStream.range(0, bytes.length).anyMatch(i -> bytes[i] == 0);
  }
}
