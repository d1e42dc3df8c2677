package cn.tuodi.api;

import cn.tuodi.access.Settling;
import cn.tuodi.account.AccountReading;
import cn.tuodi.account.BookingRules;
import cn.tuodi.account.ReadingRoom;
import cn.tuodi.account.Settled;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.json.AccountJson;
import cn.tuodi.account.json.AccountView;
import cn.tuodi.account.json.OrderReader;
import cn.tuodi.account.json.ReplacementOrder;
import cn.tuodi.account.json.ReversalOrder;
import cn.tuodi.account.json.SumsJson;
import cn.tuodi.account.json.SumsView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.SettlementMeters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bills settled into year accounts, and their corrections. */
@Path("/v1/settlements")
@Blocking
@Settling
@Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
@Tag(name = "accounts", description = "年度账户 / year accounts")
@APIResponse(responseCode = "401", description = "需要登录（在有人能够登录之处） / log in (wherever anybody can)", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "403", description = "没有角色 settle，或 ACCOUNTS_SWITCHED_OFF：其他机器可以访问而无人能够登录 / without the role settle, or ACCOUNTS_SWITCHED_OFF: other machines reach the service and nobody can log in", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "503", description = "ACCOUNTS_UNAVAILABLE 账户数据库不可用、ACCOUNTS_KEY_UNKNOWN 副本缺少密钥、OVERLOADED 有人正在读取或更正单据很多的年度：请在 Retry-After 后原样重试，见 detail / the database of accounts is not available, a replica lacks a key, or others read large years: send the same again after Retry-After, see detail", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
public final class SettlementResource {

  private static final int OK = 200;
  private static final int CREATED = 201;
  /** The greatest number of a change that can be stated. */
  static final long MAX_NUMBER = 999_999_999_999_999L;

  private static final int FEW_CHANGES = 100;
  private static final int MAX_CHANGES = 1_000;
  private static final int MAX_VERSIONS = 100;
  private static final int MAX_VERSION = 999_999_999;

  private final AccountRequests requests;
  private final SettlementMeters meters;

  SettlementResource(AccountRequests requests, SettlementMeters meters) {
    this.requests = requests;
    this.meters = meters;
  }

  /** Settles a claim. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "settle", summary = "结算一份单据并记入年度账户 / settle a claim and book it on its account", description = "按账户的年度累计核定，核定和记账在同一事务中完成。同一单据再次提交，得到第一次的答复，不再记账。 / Decides from what has accumulated in the account, and books in the same transaction. The same claim again is answered as the first time and booked once.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Claim")))
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "201", description = "已结算 / settled", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.SettlementJson.class)))
  @APIResponse(responseCode = "200", description = "此前已结算 / settled before", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.SettlementJson.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNTS_OFF 未开启年度账户 / year accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "CLAIM_DIFFERS 编号已用于其他内容（见 violations）、CLAIM_REVERSED 已退费、YEAR_FULL 单据过多、YEAR_CLOSED 已关账、YEAR_ERASED 已清除 / the id stands for other facts (see violations; detail says whether the bill was corrected since), the bill was reversed, the year has too many bills, is closed or erased", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "无法核定，或 YEAR_TO_DATE_STATED、PERSON_MISSING、ID_RESERVED、SERVICE_DATE_AHEAD、YEAR_TO_DATE_TOO_LARGE、KEY_REUSED / cannot be decided, is of a day that has not come, states a year-to-date, would make it too large, states no person, has an id that cannot stand in an address, or the key was used otherwise", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "请求的唯一编号，一天之内逐字节相同的请求得到同样的答复 / key of the request: for a day the same request, byte by byte, is answered alike", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
  public CompletionStage<Response> settle(byte[] body, @Context HttpHeaders headers, @Context UriInfo address) {
    AccountRequests.Call call = requests.call(headers, address, body);
    Claim claim = ClaimReader.read(body, call.language());
    if (call.key() == null) {
      return requests.settled(call, claim, this::done);
    }
    return CompletableFuture.completedFuture(
        requests.answer(call, books -> done(books.settlements().settle(claim, call::written, call.by()))));
  }

  private AccountRequests.Done done(Settled settled) {
    return AccountRequests.Done.of(settled.isNew() ? CREATED : OK, AccountView.of(settled), () -> {
      if (settled.isNew()) {
        meters.booked(BookingKind.SETTLEMENT, 0);
      } else {
        meters.repeated();
      }
    });
  }

  /** Says what settling a claim would come to. Only the database is waited for, elsewhere: it runs on the event loop. */
  @POST
  @NonBlocking
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "previewSettlement", summary = "预结算：只核定，不记账 / what settling a claim would come to", description = "答复中有账户当时的版次和累计，可与其后的结算比较。 / The answer has the version and the accumulators of the account as they stood, so that the settlement can be compared with it.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Claim")))
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "200", description = "预结算 / the preview", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.PreviewJson.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNTS_OFF 未开启年度账户 / year accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "同结算 / as for a settlement", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "同结算 / as for a settlement", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "可以填写，不起作用：预结算总按现时的账户答复 / may be stated and does nothing: a preview is answered as the account stands now", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
  public CompletionStage<Response> preview(byte[] body, @Context HttpHeaders headers, @Context UriInfo address) {
    Executor eventLoop = AccountRequests.eventLoop();
    return requests.looking(headers, address).thenCompose(call -> requests.books(call.language()).settlements()
        .preview(ClaimReader.read(body, call.language()), call.by(), Infrastructure.getDefaultExecutor(), eventLoop)
        .thenApply(preview -> AccountRequests.answer(OK, Json.bytes(AccountView.of(preview, call.language())),
            call.language())));
  }

  /** Takes a bill back. */
  @POST
  @Path("/{claimId}/reversal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "reverseSettlement", summary = "退费：撤销一份单据的结算 / reverse a bill", description = "以相反的记账撤销，不删除。本年度其后的单据按原次序重新核定，有变化的在同一事务中调整；adjustments 列出前 1000 份，count 为全部份数。dryRun 只列出变化。 / Counter-entries, never a deletion. The later bills of the year are decided again in their order, and those that change are adjusted in the same transaction; adjustments tells the first 1000, count how many there are. dryRun only tells what would change.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ReversalOrder")))
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "200", description = "变化 / what changes", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.CorrectionJson.class)))
  @APIResponse(responseCode = "404", description = "CLAIM_UNKNOWN 没有这份单据，或未开启年度账户 / no such bill, or accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "CLAIM_REVERSED 已退费、ACCOUNT_CHANGED 账户已有其他记账、YEAR_CLOSED 已关账 / reversed already, something was booked since, the year is closed", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "其后的单据无法核定（见 claimId），或 KEY_REUSED / a later bill cannot be decided, see claimId, or KEY_REUSED", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "请求的唯一编号，一天之内逐字节相同的请求得到同样的答复；dryRun 不适用 / key of the request: for a day the same request, byte by byte, is answered alike; not for a dryRun", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
  public Response reverse(@PathParam("claimId") String claimId, byte[] body, @Context HttpHeaders headers,
      @Context UriInfo address) {
    AccountRequests.Call call = requests.call(headers, address, body);
    ReversalOrder order = OrderReader.reversal(body, call.language());
    return requests.answer(order.dryRun() ? call.looking() : call,
        books -> ReadingRoom.ofCorrection(books.reading().size(claimId)),
        books -> requests.corrected(books.corrections(call::written).reverse(claimId, order.dryRun(),
            new BookingRules.Request(call.by(), order.reason(), order.accountVersion()))));
  }

  /** Corrects a bill. */
  @POST
  @Path("/{claimId}/replacement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceSettlement", summary = "更正：以新的内容代替一份单据 / correct a bill", description = "更正后的单据在年度中的次序不变，其后的单据同退费处理。version 为所更正的版次，其间已有他人更正则拒绝。 / The corrected bill keeps its place in the year; the later ones are treated as after a reversal. version is the one that is replaced: refused where somebody was faster.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ReplacementOrder")))
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "200", description = "变化；内容与现行版次相同则没有 / what changes; nothing where the bill is like that already", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.CorrectionJson.class)))
  @APIResponse(responseCode = "404", description = "CLAIM_UNKNOWN 没有这份单据，或未开启年度账户 / no such bill, or accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "VERSION_PASSED 已是其他版次、CLAIM_REVERSED 已退费、ACCOUNT_CHANGED 账户已有其他记账、YEAR_CLOSED 已关账 / at another version, reversed, something was booked since, the year is closed", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "无法核定，或 ANOTHER_ACCOUNT 属于其他账户、SERVICE_DATE_AHEAD 就医日期未到、KEY_REUSED / cannot be decided, belongs to another account, is of a day that has not come, or KEY_REUSED", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "请求的唯一编号，一天之内逐字节相同的请求得到同样的答复；dryRun 不适用 / key of the request: for a day the same request, byte by byte, is answered alike; not for a dryRun", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
  public Response replace(@PathParam("claimId") String claimId, byte[] body, @Context HttpHeaders headers,
      @Context UriInfo address) {
    AccountRequests.Call call = requests.call(headers, address, body);
    ReplacementOrder order = OrderReader.replacement(body, call.language());
    if (!order.claim().claimId().equals(claimId)) {
      throw InvalidRequest.parameter("claim/claimId",
          call.language().text("account.the-id-is-not-that-of-the-address"));
    }
    return requests.answer(order.dryRun() ? call.looking() : call,
        books -> ReadingRoom.ofCorrection(books.reading().size(claimId)),
        books -> requests.corrected(books.corrections(call::written).replace(order.claim(), order.version(),
            order.dryRun(), new BookingRules.Request(call.by(), order.reason(), order.accountVersion()))));
  }

  /** All versions of a bill. */
  @GET
  @Path("/{claimId}")
  @Operation(operationId = "settlement", summary = "一份单据的各版次 / all versions of a bill", description = "每一版次的 claim 和 decision 可直接提交给 /v1/decisions/replay。一次最多 100 个版次，其余以答复中的 next 继续读取。 / claim and decision of each version can be sent to /v1/decisions/replay as they are. At most 100 versions at once: go on with the next that is answered.")
  @APIResponse(responseCode = "200", description = "各版次 / the versions", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.HistoryJson.class)))
  @APIResponse(responseCode = "404", description = "CLAIM_UNKNOWN 没有这份单据，或未开启年度账户 / no such bill, or accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response settlement(@PathParam("claimId") String claimId,
      @QueryParam("after") @Parameter(description = "已知的最后一个版次，默认 0 / the last version that is known, 0 by default", schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0")) String after,
      @QueryParam("limit") @Parameter(description = "最多几个版次，默认 100 / most versions to be told, 100 by default", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "100")) String limit,
      @Context HttpHeaders headers, @Context UriInfo address) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    int from = (int) AccountRequests.number("after", after, 0, 0, MAX_VERSION, language);
    int most = (int) AccountRequests.number("limit", limit, MAX_VERSIONS, 1, MAX_VERSIONS, language);
    return requests.read(headers, address, Set.of("after", "limit"), books -> ReadingRoom.ofVersions(most),
        (books, by) -> {
          AccountReading.Versions read = books.reading().bill(claimId, from, most + 1, by);
          List<BookedEntry> entries = read.entries();
          return AccountView.history(read.some(), entries.subList(0, Math.min(most, entries.size())),
              entries.size() > most);
        });
  }

  /** What was booked in a period, added up. */
  @GET
  @Path("/sums")
  @Operation(operationId = "settlementSums", summary = "一段时间的记账合计，供对账 / what was booked in a period, added up", description = "按记账日期（北京时间）合计，供月末对账：其后的退费和更正计入其记账之日所在的期间，为负数，已过的期间不再变化。按省份、年度、记账种类和待遇合计。期间超出数据库限时的，请分段读取后相加。 / By the day of booking in Beijing, to be compared at the end of a month: what is reversed or replaced later counts, negative, in the period in which that was booked, so that a period that is over does not change. By province, year, kind of booking and benefit. Where a period takes longer than the database may, read parts of it and add them up.")
  @APIResponse(responseCode = "200", description = "合计 / the sums", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SumsJson.class)))
  @APIResponse(responseCode = "400", description = "请求有误，见 violations / the request is malformed, see violations", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "NUMBER_UNKNOWN 没有 through 所给的序号 / no booking has the number through", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNTS_OFF 未开启年度账户 / year accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response sums(
      @QueryParam("from") @Parameter(required = true, description = "第一天 / the first day", schema = @Schema(type = SchemaType.STRING, format = "date")) String from,
      @QueryParam("to") @Parameter(required = true, description = "最后一天，含当天，一次最多 366 天 / the last day, which counts; at most 366 days at once", schema = @Schema(type = SchemaType.STRING, format = "date")) String to,
      @QueryParam("province") @Parameter(description = "省份，行政区划代码前两位，默认全部 / the province, first two digits of area codes; all by default", schema = @Schema(type = SchemaType.STRING, pattern = "[1-9]\\d")) String province,
      @QueryParam("through") @Parameter(description = "只计序号（见 changes）不大于此的记账，默认全部 / only bookings up to this number in the order of changes; all by default", schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0")) String through,
      @Context HttpHeaders headers, @Context UriInfo address) {
    SumsParameters asked = SumsParameters.read(from, to, province, through,
        Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    return requests.read(headers, address, Set.of("from", "to", "province", "through"), books -> 0,
        (books, by) -> SumsView.of(asked.from(), asked.to(), books.reading().sums(asked.asked(), by)));
  }

  /** What was booked since. */
  @GET
  @Path("/changes")
  @Operation(operationId = "settlementChanges", summary = "其后的记账 / what was booked since", description = "按记账生效的次序，序号连续无缺；以所得的 last 继续读取，直至没有记账。一次记账涉及很多单据时，列出的可能少于 limit。 / In the order in which bookings came to stand, numbered without a gap; go on from the last that is answered until there are none. Where bookings have changed many bills, fewer than limit are told.")
  @APIResponse(responseCode = "200", description = "记账 / bookings", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AccountJson.ChangesJson.class)))
  @APIResponse(responseCode = "409", description = "NUMBER_UNKNOWN 没有 after 所给的序号，数据库可能由较早的备份恢复 / no booking has the number after: the database may have been restored from an earlier copy", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "ACCOUNTS_OFF 未开启年度账户 / year accounts are switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response changes(
      @QueryParam("after") @Parameter(description = "已知的最后一个序号，默认 0 / the last number that is known, 0 by default", schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0", defaultValue = "0")) String after,
      @QueryParam("limit") @Parameter(description = "最多几条，默认 100 / most bookings to be told, 100 by default", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100")) String limit,
      @Context HttpHeaders headers, @Context UriInfo address) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    long from = AccountRequests.number("after", after, 0, 0, MAX_NUMBER, language);
    int most = (int) AccountRequests.number("limit", limit, FEW_CHANGES, 1, MAX_CHANGES, language);
    return requests.read(headers, address, Set.of("after", "limit"),
        books -> most, (books, by) -> AccountView.changes(from, books.reading().changes(from, most, by)));
  }
}
