package cn.tuodi.console;

import cn.tuodi.account.YearAccounts;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Parts of the console that are there only where they are switched on. */
@Named("parts")
@Singleton
public final class ConsoleParts {

  private final YearAccounts accounts;

  ConsoleParts(YearAccounts accounts) {
    this.accounts = accounts;
  }

  /** Whether year accounts are on. */
  public boolean isWithAccounts() {
    return accounts.areOn();
  }
}
