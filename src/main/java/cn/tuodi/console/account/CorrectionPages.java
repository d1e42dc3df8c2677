package cn.tuodi.console.account;

import cn.tuodi.account.AccountReading;
import cn.tuodi.account.BookingRules;
import cn.tuodi.account.Books;
import cn.tuodi.account.Correction;
import cn.tuodi.account.Corrections;
import cn.tuodi.account.ReadingRoom;
import cn.tuodi.account.SettlementRefusal;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Html;
import cn.tuodi.console.Option;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.observation.SettlementMeters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Corrections of a year: first all that they change, then, on a stated ground, the booking. What is booked is what was
 * seen: where something was booked meanwhile, the changes are shown anew.
 */
@Path("/console/accounts")
@Produces(MediaType.TEXT_HTML)
public final class CorrectionPages {

  private static final int OK = 200;
  private static final int MALFORMED = 400;
  private static final int CONFLICT = 409;

  private final AccountAccess access;
  private final SettlementMeters meters;

  CorrectionPages(AccountAccess access, SettlementMeters meters) {
    this.access = access;
    this.meters = meters;
  }

  /** What taking a bill back would change. */
  @GET
  @Path("/reversal")
  @Operation(hidden = true)
  public Response reversal(@QueryParam("claim") String claim, @Context HttpHeaders headers) {
    return onBill(claim, PendingForm.NOTHING, headers,
        (books, page) -> reversal(OK, books, page, ReversalForm.of(claim, ""), null));
  }

  /** Takes a bill back. */
  @POST
  @Path("/reversal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response reverse(@FormParam("claim") String claim, @FormParam("seen") int seen,
      @FormParam("reason") String reason, @Context HttpHeaders headers) {
    PendingForm unsent = PendingForm.of("claim", claim, "seen", Integer.toString(seen), "reason", reason);
    return onBill(claim, unsent, headers, (books, page) -> {
      ReversalForm form = ReversalForm.of(claim, reason).checked(page.language());
      if (!form.reasonFault().isEmpty()) {
        return reversal(MALFORMED, books, page, form, null);
      }
      try {
        return booked(corrections(books, page.language()).reverse(claim, false, request(form.reason(), seen)));
      } catch (SettlementRefused e) {
        return reversal(CONFLICT, books, page, form, seenOrElse(e, seen));
      }
    });
  }

  /** What deciding a year again would change. */
  @GET
  @Path("/resettlement")
  @Operation(hidden = true)
  public Response resettlement(@QueryParam("person") String person, @QueryParam("year") String year,
      @QueryParam("province") String province, @QueryParam("identity") String identity,
      @QueryParam("recognisedOn") String recognisedOn, @Context HttpHeaders headers) {
    return onYear(ResettlementForm.of(person, year, province, identity, recognisedOn, ""), PendingForm.NOTHING, headers,
        (books, page, form) -> resettlement(OK, books, page, form, null));
  }

  /** Decides a year again. */
  @POST
  @Path("/resettlement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response resettle(@FormParam("person") String person, @FormParam("year") String year,
      @FormParam("province") String province, @FormParam("identity") String identity,
      @FormParam("recognisedOn") String recognisedOn, @FormParam("seen") int seen,
      @FormParam("reason") String reason, @Context HttpHeaders headers) {
    PendingForm unsent = PendingForm.of("person", person, "year", year, "province", province, "identity", identity,
        "recognisedOn", recognisedOn, "seen", Integer.toString(seen), "reason", reason);
    return onYear(ResettlementForm.of(person, year, province, identity, recognisedOn, reason), unsent, headers,
        (books, page, given) -> {
          ResettlementForm form = given.reasoned(page.language());
          Optional<PersonChange> change = form.change();
          if (change.isEmpty() || !form.faults().reason().isEmpty()) {
            return resettlement(MALFORMED, books, page, form, null);
          }
          try {
            return booked(corrections(books, page.language()).resettle(form.key(), change.get(), false,
                request(form.reason(), seen)));
          } catch (SettlementRefused e) {
            return e.reason() == SettlementRefusal.RECOGNISED_AHEAD ? resettlement(MALFORMED, books, page, form, null)
                : resettlement(CONFLICT, books, page, form, seenOrElse(e, seen));
          }
        });
  }

  /** Answers on a bill. */
  private interface BillAnswer {
    Response of(Books books, Page page);
  }

  /** Answers on a year. */
  private interface YearAnswer {
    Response of(Books books, Page page, ResettlementForm form);
  }

  private Response onBill(String claim, PendingForm unsent, HttpHeaders headers, BillAnswer answer) {
    Page page = AccountAccess.page(Html.language(headers), Addresses.reversal(claim));
    return access.answer(page, unsent, Collections.singletonList(claim), books -> {
      if (claim == null || claim.isEmpty()) {
        throw new NotFoundException();
      }
      try {
        return books.room().within(ReadingRoom.ofCorrection(books.reading().size(claim)),
            () -> answer.of(books, page));
      } catch (SettlementRefused e) {
        return refused(page, ofBill(books, claim, e, page.language()));
      }
    });
  }

  private RefusedView ofBill(Books books, String claim, SettlementRefused refused, Language language) {
    if (refused.reason() == SettlementRefusal.CLAIM_UNKNOWN) {
      return RefusedView.of(refused, null, null, language);
    }
    AccountReading.Found found = books.reading().find(claim, access.by());
    return refused.reason() == SettlementRefusal.CLAIM_REVERSED && found.last().isReversed()
        ? RefusedView.reversed(found.last(), language)
        : RefusedView.of(refused, found.last().key().personId(), Integer.toString(found.last().key().year()), language);
  }

  private Response onYear(ResettlementForm form, PendingForm unsent, HttpHeaders headers, YearAnswer answer) {
    Page page = AccountAccess.page(Html.language(headers), Addresses.withQuery(Addresses.RESETTLEMENT, "person",
        form.person(), "year", form.year(), "province", form.province(), "identity", form.identity(), "recognisedOn",
        form.recognisedOn()));
    return access.answer(page, unsent, List.of(form.person()), books -> {
      if (!form.isOfAnAccount()) {
        throw new NotFoundException();
      }
      try {
        return books.room().within(ReadingRoom.ofCorrection(books.reading().size(form.person(), form.key().year())),
            () -> answer.of(books, page, form.checked(page.language())));
      } catch (SettlementRefused e) {
        return refused(page, RefusedView.of(e, form.person(), form.year(), page.language()));
      }
    });
  }

  private static Response refused(Page page, RefusedView refused) {
    return Html.of(refused.status(), page, AccountTemplates.accountRefused(page, refused));
  }

  private Response reversal(int status, Books books, Page page, ReversalForm form, Integer seen) {
    Correction shown = corrections(books, page.language()).reverse(form.claim(), true, request(null, null));
    return Html.of(status, page, AccountTemplates.reversal(page, access.visitor(), form, fault(seen, page),
        meanwhile(books, page, shown, seen), DifferencesView.of(shown, access.policies(page.language()))));
  }

  private Response resettlement(int status, Books books, Page page, ResettlementForm form, Integer seen) {
    Language language = page.language();
    Optional<PersonChange> change = form.change();
    if (change.isEmpty()) {
      return resettlement(MALFORMED, page, form, seen, List.of(), null);
    }
    try {
      Correction shown = corrections(books, language).resettle(form.key(), change.get(), true, request(null, null));
      return resettlement(status, page, form, seen, meanwhile(books, page, shown, seen),
          DifferencesView.of(shown, access.policies(language)));
    } catch (SettlementRefused e) {
      if (e.reason() != SettlementRefusal.RECOGNISED_AHEAD) {
        throw e;
      }
      return resettlement(MALFORMED, page, form.ahead(language), seen, List.of(), null);
    }
  }

  private Response resettlement(int status, Page page, ResettlementForm form, Integer seen, List<Meanwhile> meanwhile,
      DifferencesView differences) {
    List<Option> identities = Stream.concat(Stream.of(new Option("", page.text("console.as-stated-on-the-bills"),
        form.identity().isEmpty())), ResettlementForm.identities().map(
            type -> new Option(type.name(),
                Glossary.of(type.label(), page.language()), type.name().equals(form.identity()))))
        .toList();
    return Html.of(status, page, AccountTemplates.resettlement(page, access.visitor(), form, fault(seen, page),
        meanwhile, identities, differences));
  }

  private static String fault(Integer seen, Page page) {
    return seen == null ? "" : page.text("account.something-was-booked-since");
  }

  /** What was booked after a version that was looked at, or nothing where none was. */
  private List<Meanwhile> meanwhile(Books books, Page page, Correction shown, Integer seen) {
    if (seen == null) {
      return List.of();
    }
    Meanwhile.Reader reader = new Meanwhile.Reader(shown.key(), seen);
    books.reading().year(shown.key().personId(), shown.key().year(), YearPart.Asked.page(0, 0, reader::begin),
        access.by());
    return reader.bookings(page.language());
  }

  private static Corrections corrections(Books books, Language language) {
    return books.corrections(
        decision -> new String(Json.bytes(DecisionView.of(decision, language)), StandardCharsets.UTF_8));
  }

  private BookingRules.Request request(String reason, Integer seen) {
    return new BookingRules.Request(access.by(), reason, seen);
  }

  private Response booked(Correction correction) {
    meters.corrected(correction);
    Response.ResponseBuilder answer = Response.seeOther(
        URI.create(Addresses.year(correction.key().personId(), Integer.toString(correction.key().year()))));
    return correction.count() == 0 ? answer.build()
        : JustBooked.noted(answer, correction.key(), correction.versionNow());
  }

  /** The version that was seen, where something was booked meanwhile; everything else is no matter of the form. */
  private static Integer seenOrElse(SettlementRefused refused, int seen) {
    if (refused.reason() != SettlementRefusal.ACCOUNT_CHANGED) {
      throw refused;
    }
    return seen;
  }
}
