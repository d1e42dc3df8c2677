package cn.tuodi.wiring;

import cn.tuodi.account.YearAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether year accounts are on, their database was opened, and bookings do not fail. It is up either way: what decides without accounts
 * must not be taken out of service because the database is away.
 */
@Readiness
@ApplicationScoped
final class AccountsHealth implements HealthCheck {

  private final YearAccounts accounts;

  AccountsHealth(YearAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("accounts").up().withData("on", accounts.areOn())
        .withData("open", accounts.areOpen()).withData("bookable", accounts.areBookable()).build();
  }
}
