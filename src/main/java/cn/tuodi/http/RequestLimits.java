package cn.tuodi.http;

import cn.tuodi.http.framework.Leftovers;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.ProblemMeters;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps single requests small. A body that says that it is larger, or is compressed, is refused before it is read, one
 * that does not say how large it is (chunked) as soon as it is too large. Batches and portfolios are streams; what bounds
 * them is said where they are read.
 */
@ApplicationScoped
final class RequestLimits {

  private static final int PRIORITY = 1000;
  private static final int TOO_LARGE = 413;
  private static final long MEGABYTE = 1024 * 1024;
  private static final int UNSUPPORTED = 415;
  private static final String IDENTITY = "identity";

  private final HttpSettings settings;

  RequestLimits(HttpSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    String stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (isEncoded(request)) {
      context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
      refuse(context, encoded(language(context)));
    } else if (stated != null && !Traffic.of(context).isStream() && exceeds(stated, most(context))) {
      if (exceeds(stated, Leftovers.MOST)) {
        // Nothing of it is read, so the connection is of no further use.
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
      }
      refuse(context, tooLarge(context));
    } else {
      context.next();
    }
  }

  /** Most bytes that the body of a request may have, unless it is a stream. */
  long most(RoutingContext request) {
    return switch (Traffic.of(request)) {
      case DESK -> settings.largestWorkbook();
      case LARGE -> request.normalizedPath().equals(Traffic.REPLAYS) ? settings.largestReplay()
          : settings.largestApplication();
      default -> settings.largestRequest();
    };
  }

  private static boolean isEncoded(HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
        .anyMatch(encoding -> !encoding.isBlank() && !IDENTITY.equalsIgnoreCase(encoding.strip()));
  }

  private static boolean exceeds(String stated, long most) {
    try {
      return Long.parseLong(stated) > most;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** What is told to the sender of a body that is too large. */
  Problem tooLarge(RoutingContext request) {
    Language language = language(request);
    String most = size(most(request));
    String detail = switch (Traffic.of(request)) {
      case DESK -> language.text("http.a-workbook-has-at-most-remove", most);
      case ACCOUNT -> language.text("http.a-bill-has-at-most-send", most);
      default -> language.text("http.a-request-has-at-most-send", most, Traffic.BATCHES);
    };
    return Problem.of(TOO_LARGE, "INVALID_REQUEST", language.text("http.request-too-large"), detail);
  }

  private static Problem encoded(Language language) {
    return Problem.of(UNSUPPORTED, "UNSUPPORTED_CONTENT_ENCODING",
        language.text("http.compressed-requests-are-not-taken"),
        language.text("http.send-the-content-as-it-is"));
  }

  private static void refuse(RoutingContext context, Problem problem) {
    ProblemMeters.count(problem.code());
    ProblemForm.end(context, problem, language(context));
  }

  private static Language language(RoutingContext context) {
    return Language.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static String size(long bytes) {
    return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes / 1024 + " KB";
  }
}
