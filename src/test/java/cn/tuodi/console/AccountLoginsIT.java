package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.access.LoginProvider;
import cn.tuodi.operation.RunningService;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Year accounts of a service whose people and programs log in with a provider. */
class AccountLoginsIT {

  private static final String CLAIM = "{\"claimId\":\"%s\",\"region\":\"450100\",\"serviceDate\":\"2023-05-01\","
      + "\"person\":{\"personId\":\"p\",\"identities\":[{\"type\":\"MINIMUM_LIVING\",\"recognisedOn\":\"2021-01-10\"}]},"
      + "\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":9000,\"policyScope\":9000,\"advance\":0,\"overLimit\":0,"
      + "\"selfPaid\":0},\"payments\":{\"basicInsurance\":0,\"criticalIllness\":0}}";
  private static final String REASON = "{\"reason\":\"退费\"}";
  private static final String YEAR = "/v1/people/p/years/2023";

  @TempDir
  Path directory;

  private LoginProvider provider;
  private RunningService service;

  @BeforeEach
  void start() {
    provider = LoginProvider.start();
    Map<String, String> settings = new HashMap<>(provider.settings());
    settings.put("tuodi.accounts.database", directory.toString());
    service = RunningService.start(settings);
    RunningService.waitUntil("accounts are open",
        () -> send(service.request("/v1/settlements/changes").GET(), provider.token("settle")).statusCode() == 200);
  }

  @AfterEach
  void stop() {
    service.close();
    provider.close();
  }

  @Test
  @DisplayName("Who has the role settle books and reads under their name; nobody else reaches any call or page of accounts")
  void onlySettle() throws SQLException {
    List<HttpRequest.Builder> calls = List.of(json("/v1/settlements", String.format(CLAIM, "c-1")),
        json("/v1/settlements/preview", String.format(CLAIM, "c-2")), json("/v1/settlements/c-1/reversal", REASON),
        json("/v1/settlements/c-1/replacement", REASON), service.request("/v1/settlements/c-1").GET(),
        service.request("/v1/settlements/changes").GET(),
        service.request("/v1/settlements/sums?from=2023-01-01&to=2023-01-31").GET(), service.request(YEAR).GET(),
        service.request(YEAR).DELETE(),
        json(YEAR + "/opening", REASON), json(YEAR + "/resettlement", REASON));
    for (HttpRequest.Builder call : calls) {
      String asked = call.copy().build().toString();
      assertEquals(401, RunningService.send(call.copy()).statusCode(), asked);
      assertEquals(401, send(call.copy(), provider.forged("settle")).statusCode(), asked);
      assertEquals(403, send(call.copy(), provider.token("draft", "publish", "decide", "operate")).statusCode(), asked);
    }
    String token = provider.token("settle");
    assertEquals(201, send(calls.get(0), token).statusCode());
    String year = send(service.request(YEAR).GET(), token).body();
    assertTrue(year.contains("\"bookedBy\":\"李明 (li.ming)\""), year);

    try (Browsing browsing = new Browsing()) {
      pages(browsing);
    }
    service.close();
    assertEquals(List.of("李明 (li.ming)", "王芳 (wang.fang)"), readers());
    assertFalse(service.log().contains("wang.fang"));
  }

  /** One who has another role, and one who has this one. */
  private void pages(Browsing browsing) {
    Page other = browsing.page("zh-CN", Browsing.LAPTOP);
    other.navigate(service.address() + "/console/accounts?person=p&year=2023");
    Browsing.identify(other, "zhao.qi", "赵琦", "publish");
    String refused = other.locator("main").innerText();
    assertAll(() -> assertTrue(refused.contains("settle"), refused),
        () -> assertFalse(refused.contains("c-1"), refused),
        () -> assertEquals(0, other.locator(".bookings").count()));
    Browsing.accessible(other);
    other.context().close();

    Page page = browsing.page("zh-CN", Browsing.LAPTOP);
    page.navigate(service.address() + "/console/accounts?person=p&year=2023");
    Browsing.identify(page, "wang.fang", "王芳", "settle");
    assertEquals(service.address() + "/console/accounts?person=p&year=2023", page.url(), "where they wanted to go");
    String bill = page.locator(".bookings > li").innerText();
    assertAll(() -> assertTrue(bill.contains("c-1"), bill), () -> assertTrue(bill.contains("李明"), bill));
    page.context().close();
    assertEquals(List.of(), browsing.complaints());
  }

  private List<String> readers() throws SQLException {
    List<String> readers = new ArrayList<>();
    String address = "jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection book = DriverManager.getConnection(address);
        ResultSet rows = book.createStatement()
            .executeQuery("select read_by from reading where person_id = 'p' order by read_at")) {
      while (rows.next()) {
        readers.add(rows.getString(1));
      }
    }
    return readers;
  }

  private HttpRequest.Builder json(String path, String body) {
    return service.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String token) {
    return RunningService.send(request.header("Authorization", "Bearer " + token));
  }
}
