package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of XML, read from front to end within limits: no document types, no entities, nothing that grows on its own. */
public final class XmlPart implements AutoCloseable {

  private static final int START = 256;
  private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.-]+)[\"']");
  /** Encodings that a part may declare; all others are of no spreadsheet program. */
  private static final Map<String, Charset> ENCODINGS = Map.of("utf-8", StandardCharsets.UTF_8, "us-ascii",
      StandardCharsets.US_ASCII, "iso-8859-1", StandardCharsets.ISO_8859_1, "utf8", StandardCharsets.UTF_8, "gbk",
      Charset.forName("GB18030"), "gb2312", Charset.forName("GB18030"), "gb18030", Charset.forName("GB18030"));
  private static final Map<String, String> PARSER_LIMITS = Map.of("jdk.xml.elementAttributeLimit",
      String.valueOf(Limits.MAX_ATTRIBUTES), "jdk.xml.maxElementDepth", String.valueOf(Limits.MAX_DEPTH),
      "jdk.xml.maxXMLNameLimit", String.valueOf(Limits.MAX_PART_NAME));

  private final String name;
  private final InputStream in;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int depth;

  private XmlPart(String name, InputStream in, XMLStreamReader reader) {
    this.name = name;
    this.in = in;
    this.reader = reader;
  }

  /**
   * Opens a part.
   *
   * @param name its name, for messages
   * @param content its bytes
   * @param tags counts its tags
   */
  public static XmlPart open(String name, InputStream content, TagCount tags) throws UnreadableWorkbook {
    try {
      BufferedInputStream in = new BufferedInputStream(content);
      Reader text = new MeteredReader(decoded(name, in), name, tags);
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      PARSER_LIMITS.forEach(factory::setProperty);
      return new XmlPart(name, in, factory.createXMLStreamReader(text));
    } catch (IOException | XMLStreamException e) {
      throw refusal(name, e);
    }
  }

  private static Reader decoded(String name, BufferedInputStream in) throws IOException, UnreadableWorkbook {
    in.mark(START);
    byte[] start = in.readNBytes(START);
    in.reset();
    int first = start.length < 2 ? 0 : (start[0] & 0xff) << 8 | start[1] & 0xff;
    Charset charset = switch (first) {
      case 0xfeff, 0xfffe -> StandardCharsets.UTF_16;
      case 0x003c -> StandardCharsets.UTF_16BE;
      case 0x3c00 -> StandardCharsets.UTF_16LE;
      default -> declared(name, start);
    };
    if (first == 0xefbb && start.length > 2 && (start[2] & 0xff) == 0xbf) {
      in.skipNBytes(3);
    }
    return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset declared(String name, byte[] start) throws UnreadableWorkbook {
    Matcher matcher = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    Charset charset = ENCODINGS.get(matcher.group(1).toLowerCase(java.util.Locale.ROOT));
    if (charset == null) {
      throw UnreadableWorkbook.part(name, Message.of("spreadsheet.has-an-encoding-that-is-not", matcher.group(1)));
    }
    return charset;
  }

  private static UnreadableWorkbook refusal(String name, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MeteredReader.Excess excess) {
        return excess.refusal();
      }
      if (cause instanceof XMLStreamException stream
          && stream.getNestedException() instanceof MeteredReader.Excess excess) {
        return excess.refusal();
      }
    }
    if (e instanceof XMLStreamException stream && stream.getLocation() != null) {
      return UnreadableWorkbook.part(name, Message.of("spreadsheet.is-no-proper-xml-at",
          stream.getLocation().getLineNumber(), stream.getLocation().getColumnNumber()));
    }
    return UnreadableWorkbook.part(name, Message.of("spreadsheet.is-no-proper-xml"));
  }

  /** Goes on to the next element or text; false at the end. */
  public boolean next() throws UnreadableWorkbook {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            count();
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw UnreadableWorkbook.part(name, Message.of("spreadsheet.has-an-entity-or-a-document"));
          default -> {
          }
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw refusal(name, e);
    }
  }

  private void count() throws UnreadableWorkbook {
    names.add(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      names.add(reader.getAttributeLocalName(i));
    }
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      names.add("xmlns:" + reader.getNamespacePrefix(i));
    }
    if (names.size() > Limits.MAX_NAMES) {
      throw UnreadableWorkbook.part(name, Message.of("spreadsheet.has-too-many-different-elements-and"));
    }
    if (depth > Limits.MAX_DEPTH || reader.getAttributeCount() > Limits.MAX_ATTRIBUTES) {
      throw UnreadableWorkbook.part(name, Message.of("spreadsheet.has-elements-within-elements-or-attributes"));
    }
  }

  public boolean isStart() {
    return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean isEnd() {
    return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
  }

  public boolean isText() {
    return !isStart() && !isEnd();
  }

  /** How deep the element at hand lies, 1 for the outermost; after its end, one less. */
  public int depth() {
    return depth;
  }

  public String namespace() {
    return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
  }

  public String element() {
    return reader.getLocalName();
  }

  public String text() {
    return reader.getText();
  }

  /** An attribute of no namespace, or null. */
  public String attribute(String attribute) {
    return reader.getAttributeValue(null, attribute) != null ? reader.getAttributeValue(null, attribute)
        : reader.getAttributeValue("", attribute);
  }

  /** An attribute of any of some namespaces, or null. */
  public String attribute(Set<String> namespaces, String attribute) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(attribute) && namespaces.contains(reader.getAttributeNamespace(i))) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** A truth value. */
  public boolean flag(String attribute) {
    String value = attribute(attribute);
    return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
  }

  /** A whole number of at most nine digits, or another one where there is none. */
  public int number(String attribute, int otherwise) {
    String value = attribute(attribute);
    return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  /** Passes over the element at hand. */
  public void skip() throws UnreadableWorkbook {
    int outside = depth - 1;
    while (depth > outside && next()) {
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      // All of it is in memory: nothing is kept open.
    }
  }
}
