package cn.tuodi.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CustomProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that have a name of their own. */
class NamedPropertiesTest {

  private static final String NAME = "Tuodi";
  private static final String TEXT = "a & \"b\" <c> 表";
  private static final String PART = "docProps/custom.xml";
  private static final byte[] WORKBOOK = SmallWorkbook.of("<row r='1'><c r='A1'><v>7</v></c></row>").bytes();

  @Test
  @DisplayName("A property is read as it was written, cells stay, and the same is written again as the same bytes")
  void written() throws UnreadableWorkbook {
    byte[] plain = WORKBOOK;
    byte[] written = NamedProperties.with(plain, NAME, TEXT);
    assertAll(() -> assertEquals(Optional.empty(), NamedProperties.text(plain, NAME)),
        () -> assertEquals(Optional.of(TEXT), NamedProperties.text(written, NAME)),
        () -> assertEquals(Optional.empty(), NamedProperties.text(written, "tuodi")),
        () -> assertArrayEquals(written, NamedProperties.with(plain, NAME, TEXT)),
        () -> assertSame(written, NamedProperties.with(written, NAME, TEXT)),
        () -> assertEquals(Workbook.open(plain).sheet("表").cell(1, 0), Workbook.open(written).sheet("表").cell(1, 0)),
        () -> assertEquals(Optional.of("d"),
            NamedProperties.text(NamedProperties.with(written, NAME, "d"), NAME)));
  }

  @Test
  @DisplayName("Other programs read it, and their properties stay beside it")
  void otherPrograms() throws IOException {
    byte[] written = NamedProperties.with(workbookWith(NamedPropertiesTest::properties), NAME, TEXT);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written))) {
      CustomProperties properties = book.getProperties().getCustomProperties();
      assertAll(() -> assertEquals("2052-12.1", properties.getProperty("KSOProductBuildVer").getLpwstr()),
          () -> assertEquals(5, properties.getProperty("份数").getI4()),
          () -> assertTrue(properties.getProperty("定稿").getBool()),
          () -> assertEquals(TEXT, properties.getProperty(NAME).getLpwstr()));
    }
  }

  private static void properties(CustomProperties properties) {
    properties.addProperty("KSOProductBuildVer", "2052-12.1");
    properties.addProperty("份数", 5);
    properties.addProperty("定稿", true);
    properties.addProperty(NAME, "of another");
  }

  private static byte[] workbookWith(java.util.function.Consumer<CustomProperties> change) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(); var out = new java.io.ByteArrayOutputStream()) {
      book.createSheet("表");
      change.accept(book.getProperties().getCustomProperties());
      book.write(out);
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<Properties", "", "<a/>",
      "<p><property name='Tuodi'><vector><i4>1</i4></vector></property></p>",
      "<p><property><i4>1</i4></property></p>"})
  @DisplayName("Properties that are broken or no text are as none, and do not keep it from being written")
  void broken(String part) throws IOException {
    byte[] broken = ZipFile.of(NamedProperties.with(WORKBOOK, NAME, TEXT)).with(PART, part).bytes();
    assertEquals(Optional.empty(), NamedProperties.text(broken, NAME));
    assertEquals(Optional.of(TEXT), NamedProperties.text(NamedProperties.with(broken, NAME, TEXT), NAME));
  }

  @Test
  @DisplayName("A file that is no workbook, or has as many parts as one may have, stays as it is")
  void unchanged() {
    byte[] text = "text".getBytes();
    ZipFile parts = SmallWorkbook.of("");
    for (int i = 0; i < 493; i++) {
      parts.with("xl/media/image" + i + ".png", "x");
    }
    byte[] full = parts.bytes();
    byte[] onePartMore = ZipFile.of(full).with("xl/media/one.png", "x").bytes();
    assertAll(() -> assertSame(text, NamedProperties.with(text, NAME, TEXT)),
        () -> assertEquals(Optional.empty(), NamedProperties.text(text, NAME)),
        () -> assertSame(full, NamedProperties.with(full, NAME, TEXT)), () -> Workbook.open(full),
        () -> assertEquals(UnreadableWorkbook.class, thrown(onePartMore)));
  }

  private static Class<?> thrown(byte[] content) {
    try {
      Workbook.open(Arrays.copyOf(content, content.length));
      return null;
    } catch (UnreadableWorkbook e) {
      return e.getClass();
    }
  }
}
