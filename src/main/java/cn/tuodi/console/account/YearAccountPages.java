package cn.tuodi.console.account;

import cn.tuodi.access.Roles;
import cn.tuodi.account.Books;
import cn.tuodi.account.SettlementRefusal;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.YearAccounts;
import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.json.YearPlace;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.PendingForm;
import cn.tuodi.language.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A person's year: what was booked, in order, and what had accumulated after each booking. */
@Path("/console/accounts")
@Produces(MediaType.TEXT_HTML)
public final class YearAccountPages {

  private static final int MISSING = 404;
  private static final int MALFORMED = 400;
  private static final int MAX_ENTRIES = 200;
  /** Entries are shown with all of their decisions, which take so many times the room of an entry. */
  private static final int WITH_DECISION = 5;

  private final YearAccounts accounts;
  private final DeskAccess access;

  YearAccountPages(YearAccounts accounts, DeskAccess access) {
    this.accounts = accounts;
    this.access = access;
  }

  /** The year that is looked for, or the form to look for one. */
  @GET
  @Operation(hidden = true)
  public Response year(@QueryParam("person") String person, @QueryParam("year") String year,
      @QueryParam("done") String done, @QueryParam("after") String after, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    YearSearch search = YearSearch.of(person, year);
    Page page = page(language, Addresses.year(search.person(), search.year()));
    return answer(accounts, access, page, PendingForm.NOTHING, books -> {
      if (search.isBlank()) {
        return found(200, page, search, "", "", List.of());
      }
      if (!search.isComplete()) {
        return found(MALFORMED, page, search, language.text("console.state-a-person-and-a-year"), "", List.of());
      }
      try {
        YearPart.Asked asked = new YearPart.Asked(null, after == null ? null : YearPlace.read(after).orElse(null),
            MAX_ENTRIES, UnaryOperator.identity());
        int told = Math.min(MAX_ENTRIES, books.reading().size(search.person(), search.inYear()).entries());
        return books.room().within(WITH_DECISION * told, () -> found(page, search, done(done, language),
            books.reading().year(search.person(), search.inYear(), asked, by(access))));
      } catch (SettlementRefused e) {
        if (e.reason() != SettlementRefusal.ACCOUNT_UNKNOWN) {
          throw e;
        }
        return found(MISSING, page, search, language.text("account.nothing-was-ever-booked"), "", List.of());
      }
    });
  }

  private Response found(Page page, YearSearch search, String done, YearPart part) {
    return Html.of(200, page, AccountTemplates.accounts(page, access.visitor(), search, "", done,
        part.accounts().stream().map(account -> YearView.of(account, page.language())).toList(),
        part.next() == null ? null : Addresses.withQuery(Addresses.ACCOUNTS, "person", search.person(), "year",
            search.year(), "after", YearPlace.of(part.next()))));
  }

  private Response found(int status, Page page, YearSearch search, String fault, String done, List<YearView> years) {
    return Html.of(status, page, AccountTemplates.accounts(page, access.visitor(), search, fault, done, years, null));
  }

  private static String done(String kind, Language language) {
    for (BookingKind known : BookingKind.values()) {
      if (known.name().equals(kind)) {
        return language.text("console.it-is-booked", YearView.label(known, language));
      }
    }
    return "";
  }

  /** A page on year accounts. */
  static Page page(Language language, String address) {
    return Page.of(language, language.text("console.year-accounts"), Page.Section.ACCOUNTS, address);
  }

  /** Who looks at the page, or null where nobody has to log in. */
  static String by(DeskAccess access) {
    return access.visitor().known() ? access.visitor().name() : null;
  }

  /** The answer on the book, where accounts are on and the visitor may see them. */
  static Response answer(YearAccounts accounts, DeskAccess access, Page page, PendingForm unsent,
      Function<Books, Response> work) {
    if (!accounts.areOn()) {
      return Html.of(MISSING, page, PageTemplates.message(page, page.text("console.accounts-are-off")));
    }
    return access.refusal(Roles.SETTLE, page.language(), unsent)
        .orElseGet(() -> work.apply(accounts.books().orElseThrow()));
  }
}
