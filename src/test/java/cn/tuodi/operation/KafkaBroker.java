package cn.tuodi.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker of Kafka in a process of its own, which can be stopped and started again with what it holds. */
public final class KafkaBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final String CONTROLLER = "CONTROLLER";
  private static final String OPEN = "PLAINTEXT";
  private static final String SECURED = "SASL_SSL";

  private final Path directory;
  private final Path settings;
  private final int port;
  private final BrokerSecurity security;
  private Process process;

  private KafkaBroker(Path directory, BrokerSecurity security) throws IOException {
    this.directory = directory;
    this.security = security;
    this.settings = directory.resolve("server.properties");
    this.port = FreePort.next();
    Path data = directory.resolve("data");
    Files.write(settings, settings(data, FreePort.next()));
    Formatter formatter = new Formatter().setClusterId("tuodi-tuodi-tuodi-tuod").setNodeId(NODE)
        .setControllerListenerName(CONTROLLER).setMetadataLogDirectory(data.toString()).addDirectory(data.toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION).setIgnoreFormatted(false);
    try {
      formatter.run();
    } catch (Exception e) {
      throw new IOException("the broker's storage cannot be formatted", e);
    }
  }

  /** Starts a broker without topics on a free port and waits until it answers. */
  public static KafkaBroker start() {
    return start((BrokerSecurity) null);
  }

  /** Starts one that speaks TLS only, to those who know a password. */
  public static KafkaBroker start(BrokerSecurity security) {
    try {
      Files.createDirectories(Path.of("target/services"));
      KafkaBroker broker = new KafkaBroker(Files.createTempDirectory(Path.of("target/services"), "broker-"), security);
      broker.resume();
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> settings(Path data, int controllerPort) {
    String listener = security == null ? OPEN : SECURED;
    List<String> settings = new ArrayList<>(List.of("process.roles=broker,controller", "node.id=" + NODE,
        "controller.quorum.voters=" + NODE + "@127.0.0.1:" + controllerPort,
        "controller.listener.names=" + CONTROLLER,
        "listeners=" + listener + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
        "advertised.listeners=" + listener + "://127.0.0.1:" + port,
        "log.dirs=" + data.toAbsolutePath(), "auto.create.topics.enable=false", "group.initial.rebalance.delay.ms=0",
        "offsets.topic.num.partitions=1", "offsets.topic.replication.factor=1",
        "transaction.state.log.replication.factor=1", "transaction.state.log.min.isr=1",
        "transaction.state.log.num.partitions=1", "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1", "log.cleaner.dedupe.buffer.size=4194304",
        "inter.broker.listener.name=" + listener,
        "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL"));
    if (security != null) {
      settings.addAll(security.settings());
    }
    return settings;
  }

  /** Where clients connect first. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** What clients need to connect. */
  public Map<String, Object> connection() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address());
    if (security != null) {
      properties.putAll(security.clientProperties());
    }
    return properties;
  }

  /** Starts it again after it was stopped. */
  public void resume() {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        "kafka.Kafka", settings.toString()));
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("broker.log").toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RunningService.waitUntil("the broker answers", () -> {
      if (!process.isAlive()) {
        throw new AssertionError("the broker ended, see " + directory.resolve("broker.log"));
      }
      return isListening();
    });
  }

  /** Stops it as operators do. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes topics, each with so many partitions. */
  public void create(int partitions, String... names) {
    create(List.of(names).stream().map(name -> new NewTopic(name, partitions, (short) 1)).toList());
  }

  /** Makes topics. */
  public void create(Collection<NewTopic> topics) {
    try (Admin admin = admin()) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a message without a key and waits until the broker has it. */
  public void send(String topic, String value) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(connection(), new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value));
    }
  }

  private Admin admin() {
    return Admin.create(connection());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
