package cn.tuodi.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginsTest {

  @ParameterizedTest(name = "{0}, somebody can log in: {1}, switched on: {2} -> {3}")
  @DisplayName("Uploads are taken on this machine alone, where somebody can log in, or where they are switched on")
  @CsvSource({"127.0.0.1, false, false, true", "localhost, false, false, true", "::1, false, false, true",
      "127.8.9.10, false, false, true", "0.0.0.0, false, false, false", "::, false, false, false",
      "192.0.2.7, false, false, false", "no-such-host.invalid, false, false, false", "0.0.0.0, true, false, true",
      "0.0.0.0, false, true, true"})
  void uploads(String host, boolean login, boolean switchedOn, boolean taken) {
    Logins logins = new Logins(login ? Optional.of("a hash") : Optional.empty(), false, "hybrid", host,
        new Settings(switchedOn, switchedOn));
    assertEquals(taken, logins.takesUploads());
    assertEquals(taken, logins.servesAccounts());
  }

  private record Settings(boolean uploadsWithoutLogin, boolean accountsWithoutLogin) implements AccessSettings {

    @Override
    public boolean decideNeedsRole() {
      return false;
    }

    @Override
    public boolean operateNeedsRole() {
      return false;
    }
  }
}
