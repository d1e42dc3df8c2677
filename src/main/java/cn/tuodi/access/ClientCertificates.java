package cn.tuodi.access;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets operators demand certificates of callers without building the application anew. */
@Singleton
final class ClientCertificates implements HttpServerOptionsCustomizer {

  private final ClientAuth demanded;

  ClientCertificates(@ConfigProperty(name = "tuodi.https.client-certificates") ClientAuth demanded) {
    this.demanded = demanded;
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    options.setClientAuth(demanded);
  }
}
