package cn.tuodi.console.account;

import cn.tuodi.account.Books;
import cn.tuodi.account.BookingRules;
import cn.tuodi.account.Correction;
import cn.tuodi.account.Corrections;
import cn.tuodi.account.ReadingRoom;
import cn.tuodi.account.SettlementRefusal;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.YearAccounts;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.json.OrderReader;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Html;
import cn.tuodi.console.Option;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Violation;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Corrections of a year: first all that they change, then, on a stated ground, the booking. What is booked is what was
 * seen: where something was booked meanwhile, the changes are shown anew.
 */
@Path("/console/accounts")
@Produces(MediaType.TEXT_HTML)
public final class CorrectionPages {

  private static final int MALFORMED = 400;
  private static final int CONFLICT = 409;

  private final YearAccounts accounts;
  private final DeskAccess access;
  private final SettlementMeters meters;

  CorrectionPages(YearAccounts accounts, DeskAccess access, SettlementMeters meters) {
    this.accounts = accounts;
    this.access = access;
    this.meters = meters;
  }

  /** What taking a bill back would change. */
  @GET
  @Path("/reversal")
  @Operation(hidden = true)
  public Response reversal(@QueryParam("claim") String claim, @Context HttpHeaders headers) {
    return onBill(claim, PendingForm.NOTHING, headers,
        (books, page) -> reversal(200, books, page, new ReversalForm(claim, "", "")));
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
      Language language = page.language();
      ReversalForm form = new ReversalForm(claim, reason == null ? "" : reason.strip(), "");
      try {
        String why = OrderReader.reversal(Json.bytes(Map.of("reason", form.reason())), language).reason();
        return booked(corrections(books, language).reverse(claim, false, request(why, seen)));
      } catch (InvalidRequest e) {
        return reversal(MALFORMED, books, page, form.with(said(e)));
      } catch (SettlementRefused e) {
        return reversal(CONFLICT, books, page, form.with(changed(e, language)));
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
        (books, page, form) -> resettlement(200, books, page, form, ""));
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
        (books, page, form) -> {
          Language language = page.language();
          if (form.reason().isEmpty()) {
            return resettlement(MALFORMED, books, page, form, language.text("console.say-why"));
          }
          try {
            Optional<PersonChange> change = form.change();
            String why = OrderReader.reversal(Json.bytes(Map.of("reason", form.reason())), language).reason();
            return change.isEmpty() ? resettlement(MALFORMED, books, page, form, "")
                : booked(corrections(books, language).resettle(form.key(), change.get(), false, request(why, seen)));
          } catch (InvalidRequest e) {
            return resettlement(MALFORMED, books, page, form, said(e));
          } catch (SettlementRefused e) {
            return e.reason() == SettlementRefusal.RECOGNISED_AHEAD ? resettlement(MALFORMED, books, page, form, "")
                : resettlement(CONFLICT, books, page, form, changed(e, language));
          }
        });
  }

  /** A reversal as it was filled in, with what is wrong with it. */
  private record ReversalForm(String claim, String reason, String fault) {

    private ReversalForm with(String other) {
      return new ReversalForm(claim, reason, other);
    }
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
    Page page = YearAccountPages.page(Html.language(headers), Addresses.reversal(claim));
    return YearAccountPages.answer(accounts, access, page, unsent, books -> {
      if (claim == null || claim.isEmpty()) {
        throw new NotFoundException();
      }
      return books.room().within(ReadingRoom.ofCorrection(books.reading().size(claim)), () -> answer.of(books, page));
    });
  }

  private Response onYear(ResettlementForm form, PendingForm unsent, HttpHeaders headers, YearAnswer answer) {
    Page page = YearAccountPages.page(Html.language(headers), Addresses.withQuery(Addresses.RESETTLEMENT, "person",
        form.person(), "year", form.year(), "province", form.province(), "identity", form.identity(), "recognisedOn",
        form.recognisedOn()));
    return YearAccountPages.answer(accounts, access, page, unsent, books -> {
      if (!form.isOfAnAccount()) {
        throw new NotFoundException();
      }
      return books.room().within(ReadingRoom.ofCorrection(books.reading().size(form.person(), form.key().year())),
          () -> answer.of(books, page, form));
    });
  }

  private Response reversal(int status, Books books, Page page, ReversalForm form) {
    Correction shown = corrections(books, page.language()).reverse(form.claim(), true, request(null, null));
    return Html.of(status, page, AccountTemplates.reversal(page, access.visitor(), form.claim(), form.fault(),
        form.reason(), DifferencesView.of(shown, page.language())));
  }

  private Response resettlement(int status, Books books, Page page, ResettlementForm form, String fault) {
    Language language = page.language();
    List<Option> identities = Stream.concat(Stream.of(new Option("", language.text("console.as-stated-on-the-bills"),
        form.identity().isEmpty())), ResettlementForm.identities().map(
            type -> new Option(type.name(),
                Glossary.of(type.label(), language), type.name().equals(form.identity()))))
        .toList();
    Optional<PersonChange> change = form.change();
    if (change.isEmpty()) {
      return Html.of(MALFORMED, page, AccountTemplates.resettlement(page, access.visitor(), form, fault, identities,
          form.identityFault(language), form.dayFault(language), null));
    }
    try {
      Correction shown = corrections(books, language).resettle(form.key(), change.get(), true, request(null, null));
      return Html.of(status, page,
          AccountTemplates.resettlement(page, access.visitor(), form, fault, identities, "", "",
              DifferencesView.of(shown, language)));
    } catch (SettlementRefused e) {
      if (e.reason() == SettlementRefusal.ACCOUNT_UNKNOWN) {
        throw new NotFoundException();
      }
      if (e.reason() != SettlementRefusal.RECOGNISED_AHEAD) {
        throw e;
      }
      return Html.of(MALFORMED, page, AccountTemplates.resettlement(page, access.visitor(), form, fault, identities, "",
          language.text("account.the-recognition-is-ahead"), null));
    }
  }

  private static Corrections corrections(Books books, Language language) {
    return books.corrections(
        decision -> new String(Json.bytes(DecisionView.of(decision, language)), StandardCharsets.UTF_8));
  }

  private BookingRules.Request request(String reason, Integer seen) {
    return new BookingRules.Request(YearAccountPages.by(access), reason, seen);
  }

  private Response booked(Correction correction) {
    meters.corrected(correction);
    String year = Integer.toString(correction.key().year());
    return Response.seeOther(URI.create(Addresses.withQuery(Addresses.ACCOUNTS, "person",
        correction.key().personId(), "year", year, "done", correction.kind().name()))).build();
  }

  private static String said(InvalidRequest refused) {
    return refused.violations().stream().map(Violation::message).collect(Collectors.joining(" "));
  }

  /** What is said where something was booked meanwhile; everything else is no fault of the form. */
  private static String changed(SettlementRefused refused, Language language) {
    if (refused.reason() != SettlementRefusal.ACCOUNT_CHANGED) {
      throw refused;
    }
    return language.text("account.something-was-booked-since");
  }
}
