package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.CancellationException;

/**
 * Counts what an XML parser is given before the parser takes memory for it: tags, and how long a tag, a text or a remark
 * goes on. A document type definition is met here, too, whatever the encoding.
 */
final class MeteredReader extends FilterReader {

  private static final String REMARK = "!--";
  private static final String VERBATIM = "![CDATA[";

  private enum Mode {
    PLAIN,
    OPENING,
    REMARK,
    VERBATIM,
    INSTRUCTION
  }

  /** Why no more is read. */
  static final class Excess extends IOException {

    private final transient UnreadableWorkbook refusal;

    Excess(UnreadableWorkbook refusal) {
      this.refusal = refusal;
    }

    UnreadableWorkbook refusal() {
      return refusal;
    }
  }

  private final String part;
  private final TagCount tags;
  private final StringBuilder opening = new StringBuilder();
  private Mode mode = Mode.PLAIN;
  private int length;
  private char last;
  private char lastButOne;

  MeteredReader(Reader in, String part, TagCount tags) {
    super(in);
    this.part = part;
    this.tags = tags;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      look((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
    int read = super.read(buffer, offset, count);
    for (int i = 0; i < read; i++) {
      look(buffer[offset + i]);
    }
    return read;
  }

  private void look(char c) throws Excess {
    if (++length > Limits.MAX_TOKEN) {
      throw new Excess(UnreadableWorkbook.part(part, Message.of("spreadsheet.has-something-in-it-that-is")));
    }
    switch (mode) {
      case PLAIN -> {
        if (c == '<') {
          begin();
        }
      }
      case OPENING -> open(c);
      case REMARK -> endAt(c == '>' && last == '-' && lastButOne == '-');
      case VERBATIM -> endAt(c == '>' && last == ']' && lastButOne == ']');
      case INSTRUCTION -> endAt(c == '>' && last == '?');
    }
    lastButOne = last;
    last = c;
  }

  private void begin() throws Excess {
    mode = Mode.OPENING;
    length = 0;
    opening.setLength(0);
    if (!tags.one()) {
      throw new Excess(new UnreadableWorkbook(Message.of("spreadsheet.the-workbook-has-too-many-cells")));
    }
  }

  private void open(char c) throws Excess {
    String begun = opening.append(c).toString();
    if (begun.equals("?")) {
      enter(Mode.INSTRUCTION);
    } else if (begun.equals(REMARK)) {
      enter(Mode.REMARK);
    } else if (begun.equals(VERBATIM)) {
      enter(Mode.VERBATIM);
    } else if (!REMARK.startsWith(begun) && !VERBATIM.startsWith(begun)) {
      if (begun.startsWith("!")) {
        throw new Excess(new UnreadableWorkbook(Message.of("spreadsheet.the-file-contains-a-document-type")));
      }
      mode = Mode.PLAIN;
    }
  }

  private void enter(Mode entered) {
    mode = entered;
    last = 0;
    lastButOne = 0;
  }

  private void endAt(boolean ends) {
    if (ends) {
      mode = Mode.PLAIN;
    }
  }
}
