package cn.tuodi.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in encodings other than UTF-8. */
class EncodingTest {

  @Test
  @DisplayName("Bytes that look like UTF-32 and are not are refused like any other malformed body")
  void looksLikeUtf32() {
    byte[] body = {0, 0, 0, '{', 0x22, 0x1f, 0x20, 0x20};
    for (Language language : Language.values()) {
      assertEquals(1, assertThrows(InvalidRequest.class, () -> ClaimReader.read(body, language)).violations().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "GB18030"})
  @DisplayName("A claim in another encoding is refused and told which is right")
  void otherEncodings(String charset) throws IOException {
    refused(claim("单据").getBytes(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0AF", "F4908080", "EDA080", "E58D", "80", "FF"})
  @DisplayName("Bytes that are no UTF-8 are refused, wherever they stand, instead of being taken for something else")
  void notUtf8(String hex) throws IOException {
    byte[] before = claim("X").getBytes(StandardCharsets.UTF_8);
    for (int at : new int[] {0, claim("X").indexOf("X"), before.length}) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.write(before, 0, at);
      body.write(HexFormat.of().parseHex(hex));
      body.write(before, at, before.length - at);
      refused(body.toByteArray());
    }
  }

  @Test
  @DisplayName("Characters of any length are kept, also after a mark of the byte order")
  void characters() throws IOException {
    for (String id : new String[] {"GX-1", "单据", "é", "𠮷😀"}) {
      assertEquals(id, ClaimReader.read(claim(id).getBytes(StandardCharsets.UTF_8), Language.ZH).claimId());
      assertEquals(id,
          ClaimReader.read(("\uFEFF" + claim(id)).getBytes(StandardCharsets.UTF_8), Language.ZH).claimId());
    }
    assertEquals("𠮷",
        ClaimReader.read(claim("\\ud842\\udfb7").getBytes(StandardCharsets.UTF_8), Language.ZH).claimId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "A\\ud83d", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00"})
  @DisplayName("Half a character is refused: it could not be given back as it came")
  void halfCharacters(String id) throws IOException {
    byte[] body = claim(id).getBytes(StandardCharsets.UTF_8);
    InvalidRequest invalid = assertThrows(InvalidRequest.class, () -> ClaimReader.read(body, Language.ZH));
    assertEquals(List.of("/claimId"), invalid.violations().stream().map(Violation::pointer).toList());
  }

  private static void refused(byte[] body) {
    InvalidRequest invalid = assertThrows(InvalidRequest.class, () -> ClaimReader.read(body, Language.ZH));
    assertEquals(List.of("不是合法的 JSON，编码应为 UTF-8"), invalid.violations().stream().map(Violation::message).toList());
  }

  private static String claim(String id) throws IOException {
    return Files.readString(Path.of("src/main/resources/examples/guangxi.json"))
        .replaceFirst("\"claimId\": \"[^\"]*\"", Matcher.quoteReplacement("\"claimId\": \"" + id + "\""));
  }
}
