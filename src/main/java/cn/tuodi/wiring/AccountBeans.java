package cn.tuodi.wiring;

import cn.tuodi.account.BookingRules;
import cn.tuodi.account.YearAccounts;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.observation.SettlementMeters;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/** Year accounts, where they are switched on. */
@ApplicationScoped
final class AccountBeans {

  private AccountBeans() {}

  @Produces
  @Singleton
  @Startup
  static YearAccounts accounts(AccountSettings settings, AssistanceDecider decider, SettlementMeters meters) {
    if (settings.database().isEmpty()) {
      return YearAccounts.off();
    }
    AccountPlace place = new AccountPlace(settings.database().get(), settings.user().orElse(null),
        settings.password().orElse(null), settings.connections(),
        settings.keys().map(FactsCipher::of).orElse(FactsCipher.NONE), settings.migrateAtStart());
    int closed = ClosedYears.through(settings.closedThrough(), LocalDate.now(BookingRules.BEIJING));
    BookingRules rules = new BookingRules(decider, Clock.systemUTC(), closed);
    YearAccounts accounts = YearAccounts.of(place, rules, meters);
    meters.begin(accounts::areOpen, accounts::areBookable);
    accounts.open();
    return accounts;
  }

  static void close(@Disposes YearAccounts accounts) {
    accounts.close();
  }
}
