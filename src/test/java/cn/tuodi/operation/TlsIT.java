package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application over HTTPS, with certificates made for the test. */
class TlsIT {

  private static final String PASSWORD = "for-this-test";

  @TempDir
  private static Path folder;

  @BeforeAll
  static void makeCertificates() throws IOException, InterruptedException {
    for (String name : List.of("server", "caller", "stranger")) {
      keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1",
          "-validity", "2", "-keystore", folder.resolve(name + ".p12").toString());
      keytool("-exportcert", "-alias", name, "-keystore", folder.resolve(name + ".p12").toString(), "-file",
          folder.resolve(name + ".cer").toString());
      keytool("-importcert", "-noprompt", "-alias", name, "-file", folder.resolve(name + ".cer").toString(),
          "-keystore", folder.resolve(name + "-trust.p12").toString());
    }
  }

  @Test
  @DisplayName("With a certificate of its own the service speaks HTTPS, and nothing else where plain HTTP is switched off")
  void https() throws Exception {
    try (RunningService service = start()) {
      assertTrue(service.log().contains("https://127.0.0.1:"), service.log());
      assertEquals(200, decide(service, null).statusCode());
      assertThrows(IOException.class, () -> HttpClient.newHttpClient().send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/q/health/live")).build(),
          HttpResponse.BodyHandlers.ofString()));
    }
  }

  @Test
  @DisplayName("Health and metrics are told over HTTPS where that is switched on, and nothing else")
  void management() throws Exception {
    try (RunningService service = start("-Dtuodi.management.https=true")) {
      assertTrue(service.management().startsWith("https://"), service.management());
      HttpRequest ready = HttpRequest.newBuilder(URI.create(service.management() + "/q/health/ready")).build();
      assertEquals(200, client(null).send(ready, HttpResponse.BodyHandlers.ofString()).statusCode());
      HttpRequest plain = HttpRequest
          .newBuilder(URI.create(service.management().replace("https:", "http:") + "/q/health/ready")).build();
      assertThrows(IOException.class,
          () -> HttpClient.newHttpClient().send(plain, HttpResponse.BodyHandlers.ofString()));
    }
  }

  @Test
  @DisplayName("Where certificates are demanded of callers, one that is trusted is answered, none and a stranger's are not")
  void mutual() throws Exception {
    try (RunningService service = start("-Dtuodi.https.client-certificates=REQUIRED",
        "-Dquarkus.tls.trust-store.p12.path=" + folder.resolve("caller-trust.p12"),
        "-Dquarkus.tls.trust-store.p12.password=" + PASSWORD)) {
      assertEquals(200, decide(service, "caller").statusCode());
      assertRefused(assertThrows(IOException.class, () -> decide(service, null)));
      assertRefused(assertThrows(IOException.class, () -> decide(service, "stranger")));
    }
  }

  /**
   * The service ended the connection. With TLS 1.3 that happens while the caller sends already, so what it meets is the
   * alert, an end, a reset or a broken pipe.
   */
  private static void assertRefused(IOException failure) {
    assertFalse(failure instanceof ConnectException || failure instanceof HttpTimeoutException, failure.toString());
  }

  private static RunningService start(String... more) {
    List<String> settings = new ArrayList<>(List.of("-Dquarkus.http.ssl-port=0",
        "-Dquarkus.http.insecure-requests=disabled",
        "-Dquarkus.tls.key-store.p12.path=" + folder.resolve("server.p12"),
        "-Dquarkus.tls.key-store.p12.password=" + PASSWORD));
    settings.addAll(List.of(more));
    return RunningService.start(settings.toArray(String[]::new));
  }

  private static HttpResponse<String> decide(RunningService service, String caller)
      throws IOException, InterruptedException, GeneralSecurityException {
    return client(caller).send(
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + service.port() + "/v1/decisions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(RunningService.example("guangxi"))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Trusts the service, and shows the certificate of a caller, if any. */
  private static HttpClient client(String caller) throws IOException, GeneralSecurityException {
    KeyManager[] keys = null;
    if (caller != null) {
      KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store(caller + ".p12"), PASSWORD.toCharArray());
      keys = factory.getKeyManagers();
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store("server-trust.p12"));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).version(HttpClient.Version.HTTP_1_1).build();
  }

  private static KeyStore store(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
  }
}
