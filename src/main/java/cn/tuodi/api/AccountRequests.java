package cn.tuodi.api;

import cn.tuodi.access.LoginWay;
import cn.tuodi.access.Logins;
import cn.tuodi.access.PersonName;
import cn.tuodi.account.Books;
import cn.tuodi.account.Correction;
import cn.tuodi.account.KeyedRequests;
import cn.tuodi.account.Settled;
import cn.tuodi.account.YearAccounts;
import cn.tuodi.account.json.AccountJson;
import cn.tuodi.account.json.AccountView;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.http.RequestRefused;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.SettlementMeters;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * What all requests about year accounts have in common: whether there are accounts, who asks, the key of the request, and
 * how it is answered.
 */
@Singleton
final class AccountRequests {

  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_REASON = 500;
  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + LONGEST_KEY + "}");
  private static final String NOBODY = "";

  private final YearAccounts accounts;
  private final SettlementMeters meters;
  private final SecurityIdentity person;
  private final CurrentIdentityAssociation asking;
  private final boolean areServed;
  private final boolean logIn;

  AccountRequests(YearAccounts accounts, SettlementMeters meters, SecurityIdentity person,
      CurrentIdentityAssociation asking, Logins logins) {
    this.accounts = accounts;
    this.meters = meters;
    this.person = person;
    this.asking = asking;
    this.areServed = logins.servesAccounts();
    this.logIn = logins.way() != LoginWay.NONE;
  }

  /**
   * A request that may book something.
   *
   * @param language language of what is answered
   * @param by who asks, or null where nobody has to log in
   * @param key the key of the request, or null
   */
  record Call(Language language, String by, KeyedRequests.Key key) {

    /** The same without its key: what is only looked at is answered as it stands now. */
    Call looking() {
      return new Call(language, by, null);
    }

    /** A decision as it is kept and answered. */
    String written(Decision decision) {
      return new String(Json.bytes(DecisionView.of(decision, language)), StandardCharsets.UTF_8);
    }
  }

  /**
   * What was done.
   *
   * @param answer what is answered
   * @param count counts it, once it stands
   */
  record Done(KeyedRequests.Answer answer, Runnable count) {

    static Done of(int status, AccountJson.OfPerson answer, Runnable count) {
      return new Done(new KeyedRequests.Answer(status, new String(Json.bytes(answer), StandardCharsets.UTF_8),
          answer.personId()), count);
    }

    static Done of(int status, AccountJson.OfPerson answer) {
      return of(status, answer, () -> {});
    }
  }

  /** A request, by its headers, address and body. */
  Call call(HttpHeaders headers, UriInfo address, byte[] body) {
    return call(headers, address, Set.of(), body);
  }

  /** The same with query parameters. */
  Call call(HttpHeaders headers, UriInfo address, Set<String> parameters, byte[] body) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    books(language);
    checkParameters(address, parameters, language);
    String by = by(person);
    String key = headers.getHeaderString(KEY);
    if (key == null) {
      return new Call(language, by, null);
    }
    if (!VISIBLE.matcher(key).matches()) {
      throw InvalidRequest.parameter(KEY, language.text("account.a-key-has-at-most", LONGEST_KEY));
    }
    return new Call(language, by,
        new KeyedRequests.Key(by == null ? NOBODY : by, key, fingerprint(address.getPath(), body)));
  }

  private static String fingerprint(String path, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request that books nothing, for whoever must not wait until it is known who asks. */
  CompletionStage<Call> looking(HttpHeaders headers, UriInfo address) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    books(language);
    checkParameters(address, Set.of(), language);
    if (!logIn) {
      return CompletableFuture.completedFuture(new Call(language, null, null));
    }
    return asking.getDeferredIdentity().map(who -> new Call(language, by(who), null)).subscribeAsCompletionStage();
  }

  private static String by(SecurityIdentity person) {
    return person.isAnonymous() ? null : PersonName.of(person);
  }

  /** The book; refused where accounts are off, or must not be used by anybody who can reach the service. */
  Books books(Language language) {
    if (!areServed) {
      throw new RequestRefused(Problem.of(403, "ACCOUNTS_SWITCHED_OFF", language.text("account.accounts-are-off"),
          language.text("account.accounts-need-a-login")), Map.of());
    }
    return accounts.books().orElseThrow(() -> new RequestRefused(Problem.of(404, "ACCOUNTS_OFF",
        language.text("account.accounts-are-off"), language.text("account.set-the-database")), Map.of()));
  }

  /** Settles what carries no key; no thread waits while somebody else keeps the account. */
  CompletionStage<Response> settled(Call call, Claim claim, Function<Settled, Done> done) {
    return books(call.language()).settlements()
        .settle(claim, call::written, call.by(), Infrastructure.getDefaultExecutor()).thenApply(settled -> {
          Done what = done.apply(settled);
          what.count().run();
          return answer(what.answer(), call.language());
        });
  }

  /** Does what is asked, or answers as before where the key of the request is known, in a place for that. */
  Response answer(Call call, Function<Books, Done> work) {
    Books books = books(call.language());
    return books.places().within(() -> answered(books, call, work));
  }

  private static Response answered(Books books, Call call, Function<Books, Done> work) {
    AtomicReference<Done> done = new AtomicReference<>();
    KeyedRequests.Answer answer;
    if (call.key() == null) {
      done.set(work.apply(books));
      answer = done.get().answer();
    } else {
      answer = new KeyedRequests(books).once(call.key(), within -> {
        done.set(work.apply(within));
        return done.get().answer();
      });
    }
    // What was done in an attempt that was given up does not stand: the answer is then another one's.
    if (done.get() != null && done.get().answer() == answer) {
      done.get().count().run();
    }
    return answer(answer, call.language());
  }

  private static Response answer(KeyedRequests.Answer answer, Language language) {
    return answer(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8), language);
  }

  /** The event loop of the request that is answered here. */
  static Executor eventLoop() {
    Context request = Vertx.currentContext();
    return task -> request.runOnContext(nothing -> task.run());
  }

  /** An answer in a language. */
  static Response answer(int status, byte[] body, Language language) {
    return Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag()).build();
  }

  /**
   * The same for what may take much room, once there is enough of it.
   *
   * @param told how many entries are told
   */
  Response answer(Call call, ToIntFunction<Books> told, Function<Books, Done> work) {
    Books books = books(call.language());
    return books.room().within(told.applyAsInt(books), () -> answer(call, work));
  }

  /** What a correction has changed, as it is answered. */
  Done corrected(Correction correction) {
    return Done.of(200, AccountView.of(correction), () -> meters.corrected(correction));
  }

  /**
   * Answers what is read.
   *
   * @param parameters the query parameters that it knows
   * @param told how many entries are told at most
   */
  Response read(HttpHeaders headers, UriInfo address, Set<String> parameters, ToIntFunction<Books> told,
      BiFunction<Books, String, Object> reading) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    checkParameters(address, parameters, language);
    Books books = books(language);
    return books.room().within(told.applyAsInt(books), () -> JsonAnswers.ok(reading.apply(books, by(person))));
  }

  /** Refuses what would be left unread: a {@code dryRun} in the address would book. */
  private static void checkParameters(UriInfo address, Set<String> known, Language language) {
    address.getPathParameters().forEach((name, values) -> {
      // No database keeps it in a text.
      if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
        throw InvalidRequest.parameter(name, language.text("account.it-has-no-such-character"));
      }
    });
    address.getQueryParameters().forEach((name, values) -> {
      if (!known.contains(name)) {
        throw InvalidRequest.parameter(name, language.text("account.there-is-no-such-parameter"));
      }
      if (values.stream().anyMatch(String::isEmpty)) {
        throw InvalidRequest.parameter(name, language.text("account.state-a-value-or-leave-it-out"));
      }
      if (values.size() > 1) {
        throw InvalidRequest.parameter(name, language.text("account.state-it-once"));
      }
    });
  }

  /** A query parameter that says why. */
  static String reason(String text, Language language) {
    if (text == null) {
      throw InvalidRequest.parameter("reason", language.text("account.state-why"));
    }
    if (text.isBlank() || text.length() > LONGEST_REASON || text.chars().anyMatch(Character::isISOControl)) {
      throw InvalidRequest.parameter("reason", language.text("account.a-reason-has-at-most", LONGEST_REASON));
    }
    return text;
  }

  /** A query parameter that is a number. */
  static long number(String name, String text, long otherwise, long least, long most, Language language) {
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw InvalidRequest.parameter(name, language.text("account.should-be-a-number-from", least, most));
  }
}
