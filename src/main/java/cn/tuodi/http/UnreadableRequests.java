package cn.tuodi.http;

import cn.tuodi.http.framework.Leftovers;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.ProblemMeters;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * Refuses what no route could take: an address that cannot be decoded, is too long or lacks its host, and headers that
 * are too large. The HTTP server reads somewhat more than may be sent, so that whoever sends too much is told so here;
 * what is larger still, or is no HTTP, it answers itself, with a status and nothing else.
 */
@ApplicationScoped
public final class UnreadableRequests {

  /** After the request has its name and its form of problems, before it has a place. */
  private static final int PRIORITY = 1850;
  private static final int MALFORMED = 400;
  private static final int NOT_FOUND = 404;
  private static final int ADDRESS_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;
  /** Colon, blank and the end of the line. */
  private static final int BETWEEN = 4;
  private static final String UNDECODABLE = UnreadableRequests.class.getName();
  private static final String CONSOLE = "/console";
  private static final String CHUNKED = "chunked";

  private final int longestAddress;
  private final int largestHeaders;

  UnreadableRequests(HttpSettings settings) {
    this.longestAddress = settings.longestAddress();
    this.largestHeaders = settings.largestHeaders();
  }

  /**
   * Has all addresses come here: the framework would answer those that it cannot read itself, with a status and nothing
   * else. To be called before it starts.
   */
  public static void readAddresses() {
    System.setProperty("vertx.disableURIValidation", "true");
  }

  /** The first of all: routes that look at the path fail where it cannot be decoded. */
  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(UnreadableRequests::decode).failureHandler(
        UnreadableRequests::unrouted);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private static void decode(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (Leftovers.isClosing(request)) {
      // What comes after a request that ended its connection is not looked at.
      request.resume();
    } else if (isDecodable(request.uri())) {
      context.next();
    } else {
      // From an address that everybody can read, so that the answer has everything that other answers have.
      context.put(UNDECODABLE, true);
      context.reroute(request.path().startsWith(CONSOLE) ? CONSOLE : "/");
    }
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    Language language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    if (!isFramed(request)) {
      // What belongs to this request, and what to the next, others on the way may see differently.
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
      refuse(context, ambiguous(language), language);
    } else if (context.get(UNDECODABLE) != null) {
      refuse(context, undecodable(language), language);
    } else if (request.uri().length() > longestAddress) {
      refuse(context, Problem.of(ADDRESS_TOO_LONG, "INVALID_REQUEST", language.text("http.address-too-long"),
          language.text("http.an-address-with-its-parameters-has", longestAddress)),
          language);
    } else if (size(request) > largestHeaders) {
      refuse(context, Problem.of(HEADERS_TOO_LARGE, "INVALID_REQUEST", language.text("http.headers-too-large"),
          language.text("http.all-headers-together-have-at-most", largestHeaders)),
          language);
    } else {
      context.next();
    }
  }

  /** What the router itself refuses before any route: a request without a host, or for something that is no path. */
  private static void unrouted(RoutingContext context) {
    boolean isNamed = context.response().headers().contains(RequestIds.HEADER);
    boolean isOfTheRouter = context.failure() == null || context.failure() instanceof VertxException;
    if (isNamed || !isOfTheRouter || context.statusCode() != MALFORMED && context.statusCode() != NOT_FOUND) {
      context.next();
      return;
    }
    RequestIds.give(context);
    Leftovers.clearAfterAnswer(context);
    context.response().putHeader(HttpHeaders.CONNECTION, "close");
    Language language = Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    refuse(context, Problem.of(MALFORMED, "INVALID_REQUEST", language.text("http.invalid-request"),
        language.text("http.a-request-has-one-valid-host")),
        language);
  }

  /** Whether there is one host, and one way to tell where the request ends. */
  private static boolean isFramed(HttpServerRequest request) {
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    boolean isChunked = !encodings.isEmpty();
    return request.headers().getAll(HttpHeaders.HOST).size() <= 1
        && (!isChunked || encodings.size() == 1 && CHUNKED.equalsIgnoreCase(encodings.get(0).strip())
            && request.version() != HttpVersion.HTTP_1_0 && !request.headers().contains(HttpHeaders.CONTENT_LENGTH));
  }

  private static Problem ambiguous(Language language) {
    return Problem.of(MALFORMED, "INVALID_REQUEST", language.text("http.invalid-request"),
        language.text("http.a-request-has-one-host-and"));
  }

  private static Problem undecodable(Language language) {
    return Problem.of(MALFORMED, "INVALID_REQUEST", language.text("http.the-address-cannot-be-decoded"),
        language.text("http.two-hexadecimal-digits-follow-each-of"));
  }

  private static void refuse(RoutingContext context, Problem problem, Language language) {
    ProblemMeters.count(problem.code());
    context.request().resume();
    ProblemForm.end(context, problem, language);
  }

  private static int size(HttpServerRequest request) {
    int size = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      size += header.getKey().length() + header.getValue().length() + BETWEEN;
    }
    return size;
  }

  private static boolean isDecodable(String address) {
    try {
      new URI(address);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
