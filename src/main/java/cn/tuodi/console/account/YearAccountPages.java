package cn.tuodi.console.account;

import cn.tuodi.account.AccountReading;
import cn.tuodi.account.Books;
import cn.tuodi.account.SettlementRefusal;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.YearPart;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Attachment;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.language.Language;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * A person's year: how each bill stands, what was booked, in order, and what had accumulated after each booking. It is found
 * by person and year, by the person alone, or by one of its bills.
 */
@Path("/console/accounts")
@Produces(MediaType.TEXT_HTML)
public final class YearAccountPages {

  private static final int MISSING = 404;
  private static final int MALFORMED = 400;
  private static final int MAX_ENTRIES = 200;
  /** Entries are shown with all of their decisions, which take so many times the room of an entry. */
  private static final int WITH_DECISION = 5;

  private final AccountAccess access;

  YearAccountPages(AccountAccess access) {
    this.access = access;
  }

  /** What is looked for, or the form to look for something. */
  @GET
  @Operation(hidden = true)
  public Response year(@QueryParam("person") String person, @QueryParam("year") String year,
      @QueryParam("claim") String claim, @QueryParam("from") String from,
      @CookieParam(JustBooked.NAME) String booked, @Context HttpHeaders headers) {
    YearSearch search = YearSearch.of(person, year, claim);
    Page page = AccountAccess.page(Html.language(headers), Addresses.withQuery(Addresses.ACCOUNTS, "person",
        search.person(), "year", search.year(), "claim", search.claim(), "from", from));
    return access.answer(page, PendingForm.NOTHING, List.of(search.person(), search.claim()), books -> {
      if (search.isBlank()) {
        return found(200, page, search, "", FoundYears.NOTHING);
      }
      if (search.isOfClaim()) {
        return bill(books, page, search);
      }
      if (search.isOfPerson()) {
        return person(books, page, search);
      }
      if (!search.isComplete()) {
        return found(MALFORMED, page, search, page.text("console.state-a-person-and-a-year"), FoundYears.NOTHING);
      }
      return year(books, page, search, YearParts.from(from), booked);
    });
  }

  /** How each bill of a person's year stands, to be worked on in a spreadsheet. */
  @GET
  @Path("/bills.csv")
  @Produces({Attachment.CSV, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response csv(@QueryParam("person") String person, @QueryParam("year") String year,
      @Context HttpHeaders headers) {
    YearSearch search = YearSearch.of(person, year);
    Language language = Html.language(headers);
    Page page = AccountAccess.page(language, Addresses.year(search.person(), search.year()));
    return access.answer(page, PendingForm.NOTHING, List.of(search.person(), search.claim()), books -> {
      if (!search.isComplete()) {
        return found(MALFORMED, page, search, page.text("console.state-a-person-and-a-year"), FoundYears.NOTHING);
      }
      int room = Gatherer.room(books.reading().size(search.person(), search.inYear()).entries());
      return known(books, page, search, () -> books.room().within(room, () -> {
        Gatherer gatherer = new Gatherer(0, 0);
        read(books, search, 0, 0, gatherer);
        return Attachment.of(StandingCsv.of(gatherer.years(), language), Attachment.CSV, "bills.csv",
            language.text("console.bills-csv", search.year()));
      }));
    });
  }

  private Response bill(Books books, Page page, YearSearch search) {
    try {
      AccountReading.Found found = books.reading().find(search.claim(), access.by());
      String first = Integer.toString(found.place() / MAX_ENTRIES * MAX_ENTRIES + 1);
      return Response.seeOther(URI.create(Addresses.withQuery(Addresses.ACCOUNTS, "person",
          found.last().key().personId(), "year", Integer.toString(found.last().key().year()), "claim", search.claim(),
          "from", first.equals("1") ? "" : first) + "#bill")).build();
    } catch (SettlementRefused e) {
      if (e.reason() != SettlementRefusal.CLAIM_UNKNOWN) {
        throw e;
      }
      return found(MISSING, page, search, page.text("console.no-bill-has-this-number", search.claim()),
          FoundYears.NOTHING);
    }
  }

  private Response person(Books books, Page page, YearSearch search) {
    List<KnownAccount> known = known(books, page, search);
    return known.isEmpty() ? found(MISSING, page, search, page.text("console.nobody-has-this-number", search.person()),
        FoundYears.NOTHING) : found(200, page, search, "", FoundYears.of(known));
  }

  private List<KnownAccount> known(Books books, Page page, YearSearch search) {
    return books.reading().ofPerson(search.person(), access.by()).stream()
        .map(account -> KnownAccount.of(account, page.language())).toList();
  }

  private Response year(Books books, Page page, YearSearch search, int from, String booked) {
    return known(books, page, search, () -> {
      int entries = books.reading().size(search.person(), search.inYear()).entries();
      int first = Math.min(from, Math.max(0, entries - 1) / MAX_ENTRIES * MAX_ENTRIES + 1);
      int room = WITH_DECISION * Math.min(MAX_ENTRIES, entries) + Gatherer.room(entries);
      Response answer = books.room().within(room, () -> {
        Gatherer gatherer = new Gatherer(first - 1, MAX_ENTRIES);
        YearPart read = read(books, search, first - 1, MAX_ENTRIES, gatherer);
        return found(books, page, search, gatherer, read, first, booked);
      });
      return booked == null || booked.isEmpty() ? answer : JustBooked.said(answer);
    });
  }

  /** What is known of a person's year, or other years of the person where there is nothing. */
  private Response known(Books books, Page page, YearSearch search, Supplier<Response> answer) {
    try {
      return answer.get();
    } catch (SettlementRefused e) {
      if (e.reason() != SettlementRefusal.ACCOUNT_UNKNOWN) {
        throw e;
      }
      List<KnownAccount> others = known(books, page, search);
      return found(MISSING, page, search, others.isEmpty() ? page.text("console.nobody-has-this-number",
          search.person()) : page.text("console.nothing-in-this-year", search.person(), search.year()),
          FoundYears.of(others));
    }
  }

  private YearPart read(Books books, YearSearch search, int skipped, int most, Gatherer gatherer) {
    return books.reading().year(search.person(), search.inYear(),
        YearPart.Asked.page(skipped, most, gatherer::begin), access.by());
  }

  private Response found(Books books, Page page, YearSearch search, Gatherer gatherer, YearPart read, int from,
      String booked) {
    YearParts part = YearParts.of(search, from, gatherer.count(), MAX_ENTRIES);
    YearView.Shown shown = new YearView.Shown(search.inYear() <= books.rules().closedThrough(), search.claim(), part,
        access.policies(page.language()));
    List<YearView> years = read.accounts().stream()
        .map(account -> YearView.of(account, gatherer.of(account.account().key()), shown)).toList();
    Optional<FoundYears.Booked> just = gatherer.years().stream().flatMap(year -> JustBooked.of(booked, year)
        .map(booking -> new FoundYears.Booked(YearView.label(booking.kind(), page.language()), booking.version(),
            part.address(year.key(), booking.place(), booking.version())))
        .stream()).findFirst();
    return found(200, page, search, "", new FoundYears(List.of(), years, part, just.orElse(null),
        FoundYears.isForeign(years), BeijingTime.of(Instant.now()), Addresses.withQuery(Addresses.BILLS_CSV, "person",
            search.person(), "year", search.year())));
  }

  private Response found(int status, Page page, YearSearch search, String fault, FoundYears found) {
    return Html.of(status, page, AccountTemplates.accounts(page, access.visitor(), search, fault, found));
  }
}
