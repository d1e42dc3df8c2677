package cn.tuodi.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Kinds of requests, by their addresses: each kind has places, sizes and threads of its own, so that none needs another's. */
enum Traffic {
  /** Health. */
  OPERATIONS,
  /** Metrics, the description of the interface, and whatever else the framework has. */
  DOCUMENT,
  /** A stream of claims. */
  BATCH,
  /** The claims of a simulation. */
  PORTFOLIO,
  /** A request that may be larger than a claim. */
  LARGE,
  /** Computes much: the comparison of editions. */
  COMPARISON,
  /** The desk: workbooks, and what lies in the policy directory. */
  DESK,
  /** Year accounts: waits for their database. */
  ACCOUNT,
  /** Pages to be read, and forms that are no workbooks. */
  PAGE,
  /** Everything else, claims above all. */
  SINGLE;

  static final String BATCHES = "/v1/decisions/batch";
  static final String REPLAYS = "/v1/decisions/replay";
  static final String APPLICATIONS = "/v1/applications";
  private static final String PORTFOLIOS = "/v1/desk/simulations";
  /** Who is about to log in does not wait for uploads of strangers. */
  private static final Set<String> LOGIN = Set.of("/console/desk/login", "/console/desk/logout");
  private static final Set<String> COMPARISONS = Set.of("/v1/policies/comparison", "/console/comparison");

  /** The kind of a request. */
  static Traffic of(RoutingContext request) {
    String path = request.normalizedPath();
    if (path.startsWith("/q/")) {
      return path.startsWith("/q/health") ? OPERATIONS : DOCUMENT;
    } else if (LOGIN.contains(path)) {
      return PAGE;
    } else if (path.startsWith("/v1/desk") || path.startsWith("/console/desk")) {
      return path.equals(PORTFOLIOS) ? PORTFOLIO : DESK;
    } else if (COMPARISONS.contains(path)) {
      return COMPARISON;
    } else if (path.startsWith("/v1/settlements") || path.startsWith("/v1/people/")
        || path.startsWith("/console/accounts")) {
      return ACCOUNT;
    } else if (path.startsWith("/console")) {
      return PAGE;
    }
    return switch (path) {
      case BATCHES -> BATCH;
      case REPLAYS, APPLICATIONS -> LARGE;
      default -> SINGLE;
    };
  }

  /** Whether bodies are read while they arrive, by whoever takes them. */
  boolean isStream() {
    return this == BATCH || this == PORTFOLIO;
  }
}
