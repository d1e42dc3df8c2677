package cn.tuodi.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a broker of Kafka has that speaks TLS only and asks for a name and a password: a key with a certificate made for
 * the test, and one user.
 *
 * @param keys a PKCS12 file with the broker's key
 * @param certificate what clients must trust, PEM
 */
public record BrokerSecurity(Path keys, String certificate) {

  private static final String PASSWORD = "for-this-test";
  private static final String USER = "tuodi";

  /** Makes a key for a broker on this machine. */
  public static BrokerSecurity in(Path folder) {
    Path keys = folder.resolve("broker.p12");
    Path certificate = folder.resolve("broker.pem");
    keytool("-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "san=ip:127.0.0.1",
        "-validity", "2", "-keystore", keys.toString());
    keytool("-exportcert", "-rfc", "-alias", "broker", "-file", certificate.toString(), "-keystore", keys.toString());
    try {
      return new BrokerSecurity(keys.toAbsolutePath(), Files.readString(certificate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the broker is started with. */
  List<String> settings() {
    return List.of("sasl.mechanism.inter.broker.protocol=PLAIN", "sasl.enabled.mechanisms=PLAIN",
        "listener.name.sasl_ssl.plain.sasl.jaas.config=" + login(PASSWORD).replace(";",
            " user_" + USER + "=\"" + PASSWORD + "\";"),
        "ssl.keystore.type=PKCS12", "ssl.keystore.location=" + keys, "ssl.keystore.password=" + PASSWORD,
        "ssl.truststore.type=PKCS12", "ssl.truststore.location=" + keys, "ssl.truststore.password=" + PASSWORD);
  }

  /** What a client of Kafka needs. */
  Map<String, Object> clientProperties() {
    return Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "sasl.jaas.config", login(PASSWORD),
        "ssl.truststore.type", "PEM", "ssl.truststore.certificates", certificate);
  }

  /** The environment of a service that may connect. */
  public Map<String, String> environment() {
    return environment(PASSWORD);
  }

  /** The environment of a service with this password. */
  public Map<String, String> environment(String password) {
    return Map.of("KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "KAFKA_SASL_MECHANISM", "PLAIN", "KAFKA_SASL_JAAS_CONFIG",
        login(password), "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM", "KAFKA_SSL_TRUSTSTORE_CERTIFICATES", certificate);
  }

  private static String login(String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
        + password + "\";";
  }

  private static void keytool(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
