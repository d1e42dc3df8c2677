package cn.tuodi.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
