import cn.tuodi.operation.KafkaBroker;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends claims through a broker and the packaged service, both on this machine, and says how many a second come out. */
public final class KafkaLoad {

  private static final int PARTITIONS = 6;
  private static final int ROUNDS = 3;

  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    List<ObjectNode> claims = claims();
    try (KafkaBroker broker = KafkaBroker.start()) {
      broker.create(PARTITIONS, "tuodi.claims", "tuodi.decisions", "tuodi.dead-letters");
      // Before the first round the claims lie there; in the others they are sent beside.
      send(broker, claims, 0, count);
      try (RunningService service =
          RunningService.start("-Dtuodi.intake.enabled=true", "-Dkafka.bootstrap.servers=" + broker.address())) {
        report(broker, 0, 0, count);
        for (int round = 1; round < ROUNDS; round++) {
          int first = round * count;
          Thread sender = new Thread(() -> send(broker, claims, first, count));
          sender.start();
          report(broker, round, first, count);
          sender.join();
        }
      }
    }
  }

  private static void send(KafkaBroker broker, List<ObjectNode> claims, int first, int count) {
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.address(), "linger.ms", 50, "batch.size", 1 << 18), new StringSerializer(),
        new StringSerializer())) {
      for (int i = first; i < first + count; i++) {
        ObjectNode claim = claims.get(i % claims.size());
        String person = "P-" + i / 3;
        ((ObjectNode) claim.get("person")).put("personId", person);
        producer.send(new ProducerRecord<>("tuodi.claims", person, claim.put("claimId", "K-" + i).toString()));
      }
    }
  }

  /** Follows the ends of the topics, which costs the machine nothing, from the first answer to the last. */
  private static void report(KafkaBroker broker, int round, int before, int count) throws InterruptedException {
    List<TopicPartition> answers = IntStream.range(0, PARTITIONS).boxed()
        .flatMap(i -> List.of("tuodi.decisions", "tuodi.dead-letters").stream().map(topic -> new TopicPartition(topic, i)))
        .toList();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker.address()),
        new StringDeserializer(), new StringDeserializer())) {
      long from = 0;
      long begun = 0;
      for (long done = 0; done < count; Thread.sleep(20)) {
        done = consumer.endOffsets(answers).values().stream().mapToLong(Long::longValue).sum() - before;
        if (begun == 0 && done > 0) {
          begun = System.nanoTime();
          from = done;
        }
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      System.out.printf("%s: %d claims in %.1f s, %.0f claims/s%n", round == 0 ? "cold" : "warm", count, took.toMillis() / 1000.0,
          (count - from) * 1000.0 / took.toMillis());
    }
  }

  /** The claims of the conformance cases that are decided with a payout, bodies of usual length. */
  private static List<ObjectNode> claims() throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    List<ObjectNode> claims = new ArrayList<>();
    for (String name : List.of("decisions", "decisions-random")) {
      for (String line : Files.readAllLines(Path.of("src/test/resources/conformance", name + ".jsonl"))) {
        JsonNode row = json.readTree(line);
        int length = row.get("request").toString().length();
        if (row.at("/expect/payouts").size() > 0 && length >= 700 && length <= 1500) {
          claims.add((ObjectNode) row.get("request"));
        }
      }
    }
    return claims;
  }
}
