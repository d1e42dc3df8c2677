package cn.tuodi.console.account;

import cn.tuodi.account.BookingRules;
import cn.tuodi.account.Books;
import cn.tuodi.account.Corrections;
import cn.tuodi.account.YearPart;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.table.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Years of people on an embedded database of their own, as pages see them. */
final class KeptYears implements AutoCloseable {

  static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");

  private static final int CONNECTIONS = 4;
  private static final Map<String, List<Sheet>> SHEETS = new HashMap<>();
  private static final Function<Decision, String> WRITER =
      decision -> new String(Json.bytes(DecisionView.of(decision, Language.ZH)), StandardCharsets.UTF_8);

  private final Path directory;
  private final AccountDatabase database;
  final Books books;

  KeptYears() {
    try {
      directory = Files.createTempDirectory("tuodi-kept");
      database = AccountDatabase.open(
          new AccountPlace(directory.toString(), null, null, CONNECTIONS, FactsCipher.NONE, true), waited -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    books = new Books(database, new BookingRules(new AssistanceDecider(BuiltEditions.CATALOGUE), Clock.systemUTC(),
        BookingRules.NONE_CLOSED));
  }

  /** Of whom a reader has read what, in order. */
  List<String> readings(String reader) throws SQLException {
    List<String> readings = new ArrayList<>();
    String address = "jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(address, "", "");
        PreparedStatement wanted = connection.prepareStatement(
            "select person_id, service_year, claim_id from reading where read_by = ? order by reading_id")) {
      wanted.setString(1, reader);
      ResultSet rows = wanted.executeQuery();
      while (rows.next()) {
        readings.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
      }
    }
    return readings;
  }

  static CitedPolicies policies(Language language) {
    return new CitedPolicies(BuiltEditions.CATALOGUE.editions().stream().map(Edition::description).toList(),
        (edition, workbook, sheet) -> SHEETS
            .computeIfAbsent(edition.id().toString(),
                id -> EditionChecker.check(EditionArchive.sources(edition.id())).sheets())
            .stream().filter(found -> found.workbook().equals(workbook) && found.name().equals(sheet)).findFirst(),
        language);
  }

  /** Settles a claim whose basic insurance pays a part of what is in scope. */
  void settle(String id, String person, String region, String day, String care, String identity, String scope,
      String basic, String selfPaid) {
    String total = new BigDecimal(scope).add(new BigDecimal(selfPaid)).toPlainString();
    String json = "{\"claimId\":\"" + id + "\",\"region\":\"" + region + "\",\"serviceDate\":\"" + day
        + "\",\"person\":{\"personId\":\"" + person + "\",\"identities\":[{\"type\":\"" + identity
        + "\",\"recognisedOn\":\"2021-01-10\"}]},\"care\":{\"type\":\"" + care + "\"},\"costs\":{\"total\":" + total
        + ",\"policyScope\":" + scope + ",\"advance\":0,\"overLimit\":0,\"selfPaid\":" + selfPaid
        + "},\"payments\":{\"basicInsurance\":" + basic + ",\"criticalIllness\":0}}";
    books.settlements().settle(ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.EN), WRITER, "wang");
  }

  Corrections corrections() {
    return books.corrections(WRITER);
  }

  Gatherer gathered(String person, int year) {
    Gatherer gatherer = new Gatherer(0, Integer.MAX_VALUE);
    books.reading().year(person, year, YearPart.Asked.page(0, 0, gatherer::begin), null);
    return gatherer;
  }

  /** What a page shows that begins at an entry, and has so many. */
  List<YearView> shown(String person, int year, int from, int most, Language language) {
    Gatherer gatherer = new Gatherer(from - 1, most);
    YearPart read =
        books.reading().year(person, year, YearPart.Asked.page(from - 1, most, gatherer::begin), null);
    YearParts part = YearParts.of(YearSearch.of(person, Integer.toString(year)), from, gatherer.count(), most);
    YearView.Shown shown =
        new YearView.Shown(year <= books.rules().closedThrough(), "", part, policies(language));
    return read.accounts().stream()
        .map(account -> YearView.of(account, gatherer.of(account.account().key()), shown)).toList();
  }

  YearView shown(String person, int year) {
    return shown(person, year, 1, 200, Language.ZH).get(0);
  }

  @Override
  public void close() {
    database.close();
  }
}
