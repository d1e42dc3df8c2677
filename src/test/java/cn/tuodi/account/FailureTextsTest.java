package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cn.tuodi.account.json.FailureTexts;
import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callers are told what they can do about a database that fails. */
class FailureTextsTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("Kinds of failures that call for different things are told apart in both languages")
  void toldApart(Language language) {
    Problem locked = FailureTexts.of(AccountFailure.LOCKED, language);
    Problem readOnly = FailureTexts.of(AccountFailure.READ_ONLY, language);
    Problem slow = FailureTexts.of(AccountFailure.SLOW, language);
    assertEquals("ACCOUNTS_UNAVAILABLE", locked.code());
    assertEquals(503, locked.status());
    assertNotEquals(locked.detail(), readOnly.detail());
    assertNotEquals(slow.detail(), readOnly.detail());
    assertNotEquals(slow.detail(), locked.detail());
  }

  @Test
  @DisplayName("A key that a replica lacks is a problem of its own")
  void keyUnknown() {
    assertEquals("ACCOUNTS_KEY_UNKNOWN", FailureTexts.of(AccountFailure.KEY_UNKNOWN, Language.EN).code());
  }
}
