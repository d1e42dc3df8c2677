package cn.tuodi.spreadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.spreadsheet.SmallWorkbook;
import cn.tuodi.spreadsheet.Workbook;
import cn.tuodi.spreadsheet.ZipFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program sees the same archive in a file, or the file is not opened. */
class ArchiveTest {

  private static final byte[] MARK = "PK00".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest(name = "{0}")
  @DisplayName("An archive is read in whichever way a program wrote it")
  @MethodSource
  void read(String name, UnaryOperator<ZipFile> way) throws UnreadableWorkbook {
    assertEquals("一", SmallWorkbook.read(way.apply(workbook())).cell(1, 0).value());
  }

  static Stream<Arguments> read() {
    return Stream.of(way("packed", file -> file), way("not packed", ZipFile::stored),
        way("streamed", file -> file.streamed(true)), way("streamed without signatures", file -> file.streamed(false)),
        way("streamed and not packed", file -> file.stored().streamed(true)),
        way("streamed and not packed, without signatures", file -> file.stored().streamed(false)),
        way("with sizes of eight bytes", ZipFile::zip64), way("streamed with sizes of eight bytes",
            file -> file.zip64().streamed(true)),
        way("streamed with sizes of eight bytes without signatures", file -> file.zip64().streamed(false)),
        way("with an empty part", file -> file.zip64().streamed(true).with("xl/media/empty.bin", new byte[0])),
        way("with folders", file -> file.with("xl/empty/", new byte[0])),
        way("with slashes of the other kind", file -> file.with("xl\\styles.xml", file.text("xl/styles.xml"))
            .without("xl/styles.xml")));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("An archive in which programs could see different parts is not opened, and it is said why")
  @MethodSource
  void refused(String name, UnaryOperator<ZipFile> way, String words) {
    UnreadableWorkbook refused =
        assertThrows(UnreadableWorkbook.class, () -> Workbook.open(way.apply(workbook()).bytes()));
    assertTrue(refused.zh().contains(words), refused::zh);
  }

  static Stream<Arguments> refused() {
    return Stream.of(refusal("something before the first part", file -> file.before(MARK), "前面、中间或后面有多余的数据"),
        refusal("something between parts", file -> file.between(MARK), "前面、中间或后面有多余的数据"),
        refusal("something behind the directory", file -> file.behind(new byte[1]), "前面、中间或后面有多余的数据"),
        refusal("another archive behind", file -> file.behind(workbook().without("xl/styles.xml").bytes()),
            "多余的数据"),
        refusal("a part twice", file -> file.firstAgain(new byte[1]), "出现两次"),
        refusal("a part twice, in letters of another size", file -> file.with("XL/workbook.xml", "<x/>"), "出现两次"),
        refusal("a part twice, with the other slash", file -> file.with("xl\\workbook.xml", "<x/>"), "出现两次"),
        refusal("a part under two names", file -> file.lastLocallyCalled("xl/worksheets/sheet2.xml"), "与目录不一致"),
        refusal("a part that is damaged", ZipFile::wrongChecksum, "已损坏"),
        refusal("a password", file -> file.flags(1), "设有密码"),
        refusal("another way to pack", file -> file.method(12), "压缩方式（12）不能识别"),
        refusal("another way to pack than stated", file -> file.method(0), "已损坏"),
        refusal("too many parts", file -> {
          for (int i = 0; i < 500; i++) {
            file.with("xl/media/" + i, new byte[0]);
          }
          return file;
        }, "部件超过 500 个"));
  }

  @Test
  @DisplayName("Only a file without its end is said to be cut short")
  void cutShort() {
    byte[] whole = workbook().bytes();
    for (int length : new int[] {2, 30, whole.length / 2, whole.length - 1}) {
      UnreadableWorkbook refused =
          assertThrows(UnreadableWorkbook.class, () -> Workbook.open(Arrays.copyOf(whole, length)));
      assertTrue(refused.zh().contains("可能不完整"), refused::zh);
    }
    UnreadableWorkbook refused =
        assertThrows(UnreadableWorkbook.class, () -> Workbook.open(workbook().wrongChecksum().bytes()));
    assertTrue(!refused.zh().contains("可能不完整"), refused::zh);
  }

  private static ZipFile workbook() {
    return SmallWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  }

  private static Arguments way(String name, UnaryOperator<ZipFile> way) {
    return Arguments.of(name, way);
  }

  private static Arguments refusal(String name, UnaryOperator<ZipFile> way, String words) {
    return Arguments.of("An archive with " + name, way, words);
  }
}
