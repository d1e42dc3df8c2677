package cn.tuodi.management;

import cn.tuodi.http.ProblemForm;
import cn.tuodi.http.framework.OperatorConnections;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.observation.Anonymous;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A server for health and metrics that shares neither port nor threads with the one that decides: it answers while that
 * one is flooded, and tells where that one hangs. Every page has one thread, so that one page that waits for something
 * does not keep another from being answered. It listens as soon as the service does.
 */
@ApplicationScoped
class ManagementServer {

  private static final Logger LOG = Logger.getLogger(ManagementServer.class);
  private static final long BEAT_MILLISECONDS = 500;
  private static final long MAX_ANSWER_MILLISECONDS = 900;
  private static final int IDLE_SECONDS = 60;
  private static final String HEALTH = "/q/health[/live | /ready | /started]";
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final ManagementSettings settings;
  private final TlsConfigurationRegistry certificates;
  private final Pages pages;
  private final MetricsGate gate;
  private final ThreadWatch watch;
  private final AtomicBoolean listens = new AtomicBoolean();
  private final Map<String, WorkerExecutor> threads = new HashMap<>();
  private volatile Vertx vertx;
  private volatile Askers askers;
  private volatile HttpServer server;

  ManagementServer(ManagementSettings settings, TlsConfigurationRegistry certificates, Pages pages, MetricsGate gate,
      ThreadWatch watch) {
    this.settings = settings;
    this.certificates = certificates;
    this.pages = pages;
    this.gate = gate;
    this.watch = watch;
  }

  void prepare(@Observes StartupEvent start) {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    askers = new Askers(vertx, MAX_ANSWER_MILLISECONDS);
    pages.paths().forEach(path -> threads.put(path, vertx.createSharedWorkerExecutor(path, 1)));
    vertx.setPeriodic(0, BEAT_MILLISECONDS, timer -> {
      watch.ask();
      OperatorConnections.OF_MANAGEMENT.sweep();
    });
    server = made();
  }

  private HttpServer made() {
    Router router = Router.router(vertx);
    router.route().handler(this::answer).failureHandler(ManagementServer::fail);
    return vertx.createHttpServer(options()).requestHandler(router);
  }

  void follow(@ObservesAsync HttpServerStart service) {
    listenOnce();
  }

  void follow(@ObservesAsync HttpsServerStart service) {
    listenOnce();
  }

  private void listenOnce() {
    if (listens.compareAndSet(false, true)) {
      listen(settings.port().orElse(ManagementSettings.USUAL_PORT));
    }
  }

  private void listen(int port) {
    server.listen(port, settings.host()).onComplete(listening -> {
      if (listening.succeeded()) {
        OperatorConnections.OF_MANAGEMENT.listenAt(listening.result().actualPort());
        LOG.infof("Health and metrics: %s://%s:%d/q/health, /q/metrics", settings.https() ? "https" : "http",
            settings.host(), listening.result().actualPort());
      } else if (settings.port().isEmpty() && port == ManagementSettings.USUAL_PORT) {
        LOG.warnf("端口 %d 已被占用，健康检查和指标改用别的端口 / port %d is taken, health and metrics get another", port, port);
        server = made();
        listen(0);
      } else {
        // Nobody would know how the service is: it does not go on without this port.
        LOG.errorf("健康检查和指标的端口无法打开，服务停止，见 tuodi.management / the port for health and metrics cannot be opened, "
            + "the service ends, see tuodi.management: %s:%d: %s", settings.host(), port,
            listening.cause().getMessage());
        Quarkus.asyncExit(1);
      }
    });
  }

  void stop(@Observes ShutdownEvent end) {
    if (vertx != null) {
      vertx.close().toCompletionStage().toCompletableFuture().orTimeout(1, TimeUnit.SECONDS)
          .exceptionally(failure -> null).join();
    }
  }

  private HttpServerOptions options() {
    HttpServerOptions options = new HttpServerOptions().setHost(settings.host())
        .setIdleTimeout(IDLE_SECONDS).setCompressionSupported(true).setHttp2ClearTextEnabled(false);
    if (settings.https()) {
      TlsConfiguration certificate = certificates.getDefault().orElseThrow(() -> new IllegalStateException(
          "tuodi.management.https 需要证书，请设置 quarkus.tls.key-store / needs a certificate: set quarkus.tls.key-store"));
      options.setSsl(true).setKeyCertOptions(certificate.getKeyStoreOptions());
    }
    return options;
  }

  private void answer(RoutingContext request) {
    OperatorConnections.OF_MANAGEMENT.watch(request);
    String path = request.normalizedPath();
    ManagementPage.Maker maker = pages.at(path).orElse(null);
    if (maker == null) {
      refuse(request, 404, "NOT_FOUND", Message.of("management.not-found"));
    } else if (!READING.contains(request.request().method())) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      refuse(request, 405, "METHOD_NOT_ALLOWED", Message.of("management.method-not-allowed"));
    } else if (path.equals(Pages.METRICS)) {
      gate.pass(request, () -> making(request, maker).onComplete(made -> answer(request, made)));
    } else {
      // Who asks for health must know soon; metrics may take their time where there is little of it.
      askers.ask(path, () -> making(request, maker), made -> answer(request, made), () -> refuse(request, 503,
          "CHECK_HANGS", Message.of("management.a-check-does-not-end-in")));
    }
  }

  private Future<ManagementPage> making(RoutingContext request, ManagementPage.Maker maker) {
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
    return threads.get(request.normalizedPath()).executeBlocking(() -> maker.make(accepted));
  }

  private static void answer(RoutingContext request, AsyncResult<ManagementPage> made) {
    HttpServerResponse response = request.response();
    if (made.failed()) {
      request.fail(made.cause());
    } else if (!response.ended() && !response.closed()) {
      response.setStatusCode(made.result().status()).putHeader(HttpHeaders.CONTENT_TYPE, made.result().type())
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(made.result().body());
    }
  }

  private static void fail(RoutingContext request) {
    if (request.failure() != null) {
      LOG.error("health or metrics failed", Anonymous.of(request.failure()));
    }
    int status = request.statusCode() > 0 ? request.statusCode() : 500;
    refuse(request, status, status < 500 ? "INVALID_REQUEST" : "INTERNAL_ERROR",
        Message.of(status < 500 ? "management.invalid-request" : "management.internal-error"));
  }

  private static void refuse(RoutingContext request, int status, String code, Message message) {
    HttpServerResponse response = request.response();
    if (!response.ended() && !response.closed()) {
      Language language = Language.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
      ProblemForm.end(request, Problem.of(status, code, message.in(language), advice(status, language)), language);
    }
  }

  private static String advice(int status, Language language) {
    return status < 500
        ? language.text("management.health-is-at-metrics-are-at", HEALTH, Pages.METRICS)
        : language.text("management.see-the-log-and-take-a");
  }
}
