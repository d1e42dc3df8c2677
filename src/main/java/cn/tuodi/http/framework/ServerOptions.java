package cn.tuodi.http.framework;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Has requests read by what reads them as strictly as they are meant to be. */
@Singleton
final class ServerOptions implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    RequestFraming.readAs(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    RequestFraming.readAs(options);
  }
}
