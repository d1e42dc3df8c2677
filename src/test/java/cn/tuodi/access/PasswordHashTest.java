package cn.tuodi.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's password. */
class PasswordHashTest {

  @Test
  @DisplayName("A hash matches its password only, reads back as it was written, and differs each time")
  void matches() {
    PasswordHash hash = PasswordHash.of("一个很长的密码 here".toCharArray());
    PasswordHash read = PasswordHash.parse(hash.toString());
    assertAll(() -> assertTrue(read.matches("一个很长的密码 here".toCharArray())),
        () -> assertFalse(read.matches("一个很长的密码 Here".toCharArray())),
        () -> assertNotEquals(hash.toString(), PasswordHash.of("一个很长的密码 here".toCharArray()).toString()));
  }

  @ParameterizedTest
  @DisplayName("A password in the clear, a weak hash or half of one is not taken")
  @ValueSource(strings = {"", "admin",
      "pbkdf2-sha512:1000:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "pbkdf2-sha512:250000:AAAAAAAAAAAAAAAAAAAAAA=="})
  void refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(text));
  }
}
