package cn.tuodi.api;

import cn.tuodi.access.Settling;
import cn.tuodi.account.BookingRules;
import cn.tuodi.account.Books;
import cn.tuodi.account.ReadingRoom;
import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.json.AccountJson;
import cn.tuodi.account.json.AccountView;
import cn.tuodi.account.json.OpeningOrder;
import cn.tuodi.account.json.OrderReader;
import cn.tuodi.account.json.ResettlementOrder;
import cn.tuodi.account.json.YearPlace;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.SettlementMeters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's year: the accounts, what they began with, and the year decided again. */
@Path("/v1/people/{personId}/years/{year: \\d{4}}")
@Blocking
@Settling
@Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
@Tag(name = "accounts", description = "年度账户 / year accounts")
@APIResponse(responseCode = "401", description = "需要登录（在有人能够登录之处） / log in (wherever anybody can)", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "403", description = "没有角色 settle，或 ACCOUNTS_SWITCHED_OFF：其他机器可以访问而无人能够登录 / without the role settle, or ACCOUNTS_SWITCHED_OFF: other machines reach the service and nobody can log in", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "503", description = "ACCOUNTS_UNAVAILABLE 账户数据库不可用、ACCOUNTS_KEY_UNKNOWN 副本缺少密钥、OVERLOADED 有人正在读取或更正单据很多的年度：请在 Retry-After 后原样重试，见 detail / the database of accounts is not available, a replica lacks a key, or others read large years: send the same again after Retry-After, see detail", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
public final class PersonYearResource {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int LAST_YEAR = 9999;
  private static final int MAX_ENTRIES = 1_000;

  private final AccountRequests requests;
  private final SettlementMeters meters;

  PersonYearResource(AccountRequests requests, SettlementMeters meters) {
    this.requests = requests;
    this.meters = meters;
  }

  /** The accounts of a person in a year. */
  @GET
  @Operation(operationId = "personYear", summary = "一人一年的账户 / the accounts of a person in a year", description = "起付线和限额按人员、年度和省份计算，每省一个账户：按次序列出记账，以及各次记账后的累计。一次最多列出 1000 条，其余以答复中的 next 继续读取；yearToDate 和 paid 总是整个账户的。读取会留下记录。 / Caps and deductibles hold for person, year and province, so there is an account for each province: bookings in order, each with what had accumulated after it. At most 1000 entries at once: go on with the next that is answered; yearToDate and paid are always those of the whole account. Who reads is noted.")
  @APIResponse(responseCode = "200", description = "账户 / the accounts", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.PersonYear.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNT_UNKNOWN 没有账户，或未开启年度账户 / no account, or accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response year(@PathParam("personId") String personId,
      @PathParam("year") @Parameter(schema = @Schema(type = SchemaType.INTEGER)) int year,
      @QueryParam("asOf") @Parameter(description = "当时的账户，默认为现在 / the account as it stood then, now by default", schema = @Schema(type = SchemaType.STRING, format = "date-time")) String asOf,
      @QueryParam("after") @Parameter(description = "上一部分答复中的 next，默认从头 / the next of the part before, from the beginning by default", schema = @Schema(type = SchemaType.STRING, pattern = "\\d{2}-\\d{1,18}")) String after,
      @QueryParam("limit") @Parameter(description = "最多几条记账，默认 1000 / most entries to be told, 1000 by default", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "1000")) String limit,
      @Context HttpHeaders headers, @Context UriInfo address) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    YearPart.Asked asked = new YearPart.Asked(asOf == null ? null : moment(asOf, language),
        after == null ? null : place(after, language),
        (int) AccountRequests.number("limit", limit, MAX_ENTRIES, 1, MAX_ENTRIES, language), BookedEntry::brief);
    return requests.read(headers, address, Set.of("asOf", "after", "limit"),
        books -> Math.min(asked.most(), books.reading().size(personId, year).entries()),
        (books, by) -> AccountView.year(personId, year, books.reading().year(personId, year, asked, by)));
  }

  private static YearPart.Place place(String text, Language language) {
    return YearPlace.read(text)
        .orElseThrow(() -> InvalidRequest.parameter("after", language.text("account.should-be-the-next-of-a-part")));
  }

  private static Instant moment(String text, Language language) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) {
        throw new DateTimeException("beyond what databases keep");
      }
      return moment.toInstant();
    } catch (DateTimeException e) {
      throw InvalidRequest.parameter("asOf", language.text("account.should-be-a-time"));
    }
  }

  /** Takes over a balance of another system. */
  @POST
  @Path("/opening")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "openAccount", summary = "录入期初累计 / take over a balance of another system", description = "在该账户的第一份单据之前录入，没有单据期间可再次录入以更正；省份取自 yearToDate.region。 / Before the first bill of the account; as long as no bill stands, another one takes its place. The province is that of yearToDate.region.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "OpeningOrder")))
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "201", description = "已录入 / taken over", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.OpeningJson.class)))
  @APIResponse(responseCode = "200", description = "此前已录入同样的累计 / the same was taken over before", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.OpeningJson.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNTS_OFF 未开启年度账户 / year accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "OPENING_TOO_LATE 账户已有单据、YEAR_CLOSED 已关账、YEAR_ERASED 已清除 / bills stand, the year is closed or erased", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "NO_POLICY_FOR_REGION、NO_POLICY_IN_FORCE 该省该年度没有政策，YEAR_AHEAD 年度尚未开始，或 KEY_REUSED 编号已用于其他请求 / the province has no policy in the year, the year has not begun, or the key was used for another request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "请求的唯一编号，一天之内逐字节相同的请求得到同样的答复 / key of the request: for a day the same request, byte by byte, is answered alike", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
  public Response open(@PathParam("personId") String personId,
      @PathParam("year") @Parameter(schema = @Schema(type = SchemaType.INTEGER)) int year, byte[] body,
      @Context HttpHeaders headers, @Context UriInfo address) {
    AccountRequests.Call call = requests.call(headers, address, body);
    OpeningOrder order = OrderReader.opening(body, call.language());
    OrderReader.requirePersonId(personId, call.language());
    if (order.yearToDate().year() != year) {
      throw InvalidRequest.parameter("yearToDate/year",
          call.language().text("account.the-year-is-not-that-of-the-address"));
    }
    AccountKey key = new AccountKey(personId, year, YearToDate.province(order.yearToDate().region()));
    return requests.answer(call, books -> {
      boolean isNew = books.corrections(call::written).open(key, order.yearToDate(),
          new BookingRules.Request(call.by(), order.reason()));
      return AccountRequests.Done.of(isNew ? CREATED : OK, AccountView.opening(key, order), () -> {
        if (isNew) {
          meters.booked(BookingKind.OPENING, 0);
        }
      });
    });
  }

  /** Decides a year again. */
  @POST
  @Path("/resettlement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "resettleYear", summary = "重新核定全年 / decide the whole year again", description = "按就医日期的次序，以现行政策和人员信息重新核定本年度各单据（补认定身份、政策补发等）。person 代替各单据中的人员信息，须写全：未写的身份、残疾、险种等按没有处理；只补认定身份的，请填写 addedIdentities，加入各单据自己的身份。dryRun 先列出各方应付应收。 / In the order of service dates, by the policy and the facts of now (an identity recognised late, a policy published late). person takes the place of the person of every bill and must be complete: an identity, a disability or a scheme that it does not state does not hold; to add identities to those of each bill, state addedIdentities instead. dryRun first tells who owes what.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ResettlementOrder")))
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "200", description = "变化 / what changes", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.CorrectionJson.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNT_UNKNOWN 没有账户，或未开启年度账户 / no account, or accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "YEAR_CLOSED 已关账、ACCOUNT_CHANGED 账户已有其他记账 / the year is closed, something was booked since", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "有单据无法核定，见 claimId，或 BORN_LATER、RECOGNISED_AHEAD、IDENTITIES_TOO_MANY、KEY_REUSED / a bill cannot be decided, see claimId, or is before the birth; an identity is recognised later than today, or there would be too many; or KEY_REUSED", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "请求的唯一编号，一天之内逐字节相同的请求得到同样的答复；dryRun 不适用 / key of the request: for a day the same request, byte by byte, is answered alike; not for a dryRun", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
  public Response resettle(@PathParam("personId") String personId,
      @PathParam("year") @Parameter(schema = @Schema(type = SchemaType.INTEGER)) int year, byte[] body,
      @Context HttpHeaders headers, @Context UriInfo address) {
    AccountRequests.Call call = requests.call(headers, address, body);
    ResettlementOrder order = OrderReader.resettlement(body, call.language());
    PersonChange person = order.person() == null ? PersonChange.adding(order.addedIdentities())
        : PersonChange.to(person(order.person(), personId, call.language()));
    return requests.answer(order.dryRun() ? call.looking() : call,
        books -> ReadingRoom.ofCorrection(books.reading().size(personId, year)), books -> {
          AccountKey key = new AccountKey(personId, year, province(books, personId, year, order, call.language()));
          return requests.corrected(books.corrections(call::written).resettle(key, person, order.dryRun(),
              new BookingRules.Request(call.by(), order.reason(), order.accountVersion())));
        });
  }

  /** Erases a person's year. */
  @DELETE
  @Operation(operationId = "eraseYear", summary = "清除一人一年的个人信息 / erase a person's year", description = "年度关账之后方可清除：人员编号、单据和核定结果不再保留，金额、记账时间以及何人何时读取、何人何时因何清除保留，不能恢复。 / Once the year is closed: whose it was, the claims and the decisions are gone for good; amounts, when they were booked, and who read and erased when and why stay.")
  @APIResponse(responseCode = "204", description = "已清除 / erased")
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNT_UNKNOWN 没有账户，或未开启年度账户 / no account, or accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "YEAR_OPEN 年度尚未关账 / the year is not closed", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response erase(@PathParam("personId") String personId,
      @PathParam("year") @Parameter(schema = @Schema(type = SchemaType.INTEGER)) int year,
      @QueryParam("reason") @Parameter(required = true, description = "原因，与清除人和时间一并留下，不得含个人信息 / why; stays with who erased when, and must not name anybody", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 500)) String reason,
      @Context HttpHeaders headers, @Context UriInfo address) {
    AccountRequests.Call call = requests.call(headers, address, Set.of("reason"), new byte[0]);
    String why = AccountRequests.reason(reason, call.language());
    requests.books(call.language()).corrections(call::written).erase(personId, year,
        new BookingRules.Request(call.by(), why));
    return Response.noContent().build();
  }

  private static String province(Books books, String personId, int year, ResettlementOrder order, Language language) {
    if (order.region() != null) {
      return YearToDate.province(order.region());
    }
    List<String> provinces = books.reading().provinces(personId, year);
    if (provinces.size() > 1) {
      throw InvalidRequest.parameter("region", language.text("account.several-provinces"));
    }
    return provinces.get(0);
  }

  private static Person person(Person stated, String personId, Language language) {
    if (stated.personId() != null && !stated.personId().equals(personId)) {
      throw InvalidRequest.parameter("person/personId", language.text("account.the-id-is-not-that-of-the-address"));
    }
    return PersonFields.SET.like(stated).with(PersonFields.PERSON_ID, personId).facts();
  }
}
