package cn.tuodi.api;

import cn.tuodi.observation.ProblemMeters;
import cn.tuodi.wire.Language;
import cn.tuodi.wire.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps single requests small. A body that says that it is larger is refused before it is read, one that does not say
 * how large it is (chunked) as soon as it is. Batches and portfolios are streams; what bounds them is said where they are read.
 */
@ApplicationScoped
final class RequestLimits {

  private static final int PRIORITY = 1000;
  private static final int TOO_LARGE = 413;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long MOST_DROPPED = 64 * MEGABYTE;
  private static final String BATCH = "/v1/decisions/batch";
  private static final String REPLAY = "/v1/decisions/replay";
  private static final String APPLICATIONS = "/v1/applications";
  private static final String DESK = "/v1/desk/";
  private static final String CONSOLE_DESK = "/console/desk";
  private static final Set<String> STREAMS = Set.of(BATCH, "/v1/desk/simulations");

  private final long largest;
  private final long largestReplay;
  private final long largestApplication;
  private final long largestWorkbook;

  RequestLimits(@ConfigProperty(name = "tuodi.http.largest-request", defaultValue = "65536") long largest,
      @ConfigProperty(name = "tuodi.http.largest-replay", defaultValue = "131072") long largestReplay,
      @ConfigProperty(name = "tuodi.http.largest-application", defaultValue = "524288") long largestApplication,
      @ConfigProperty(name = "tuodi.http.largest-workbook", defaultValue = "5242880") long largestWorkbook) {
    this.largest = largest;
    this.largestReplay = largestReplay;
    this.largestApplication = largestApplication;
    this.largestWorkbook = largestWorkbook;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    if (STREAMS.contains(context.normalizedPath())) {
      context.next();
      return;
    }
    long most = most(context.normalizedPath());
    String stated = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (stated != null && tooLarge(stated, most)) {
      if (tooLarge(stated, MOST_DROPPED)) {
        // Nothing of it is read, so the connection is of no further use.
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
      } else {
        // Many a caller reads no answer before all is sent: it is taken and dropped.
        context.request().handler(part -> {}).resume();
      }
      refuse(context, most);
    } else if (stated == null && mayHaveBody(context.request().method())) {
      read(context, most);
    } else {
      context.next();
    }
  }

  private long most(String path) {
    if (takesWorkbooks(path)) {
      return largestWorkbook;
    }
    return switch (path) {
      case REPLAY -> largestReplay;
      case APPLICATIONS -> largestApplication;
      default -> largest;
    };
  }

  /** Reads a body as far as it may go; what comes after that is dropped, so that the caller gets to read the answer. */
  private static void read(RoutingContext context, long most) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    Buffer body = Buffer.buffer();
    request.handler(part -> {
      if (response.ended()) {
        return;
      }
      if (body.length() + part.length() > most) {
        refuse(context, most);
      } else {
        body.appendBuffer(part);
      }
    });
    request.endHandler(end -> {
      if (!response.ended()) {
        RoutingContextInternal internal = (RoutingContextInternal) context;
        internal.visitHandler(RoutingContextInternal.BODY_HANDLER);
        internal.setBody(body);
        context.next();
      }
    });
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      response.writeContinue();
    }
    request.resume();
  }

  private static boolean mayHaveBody(HttpMethod method) {
    return !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD) && !method.equals(HttpMethod.OPTIONS);
  }

  private static boolean tooLarge(String stated, long most) {
    try {
      return Long.parseLong(stated) > most;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static boolean takesWorkbooks(String path) {
    return path.startsWith(DESK) || path.startsWith(CONSOLE_DESK);
  }

  private static void refuse(RoutingContext context, long most) {
    Language language = Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String detail = takesWorkbooks(context.normalizedPath())
        ? language.of("工作簿最大 " + size(most) + "，请删去图片和多余的工作表后重新上传。",
            "A workbook has at most " + size(most)
                + ": remove pictures and sheets that do not belong, and send it again.")
        : language.of("请求最大 " + size(most) + "。请缩小请求；成批单据的决定请用 " + BATCH + "。",
            "A request has at most " + size(most) + ". Send less, or use " + BATCH + " to decide many claims.");
    Problem problem =
        Problem.of(TOO_LARGE, "INVALID_REQUEST", language.of("请求过大", "Request too large"), detail);
    ProblemMeters.count(problem.code());
    ProblemForm.end(context, problem, language);
  }

  private static String size(long bytes) {
    return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes / 1024 + " KB";
  }
}
