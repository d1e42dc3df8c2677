package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.PolicyCase;
import cn.tuodi.operation.Exposition;
import cn.tuodi.operation.KafkaBroker;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged application, with traces, beside a broker of Kafka. */
class IntakeIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PERSON = "Zhang-San-450102195802030017";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final ConcurrentLinkedQueue<String> EXPORTED = new ConcurrentLinkedQueue<>();
  private static HttpServer collector;
  private static KafkaBroker broker;
  private static Topics topics;
  private static RunningService service;

  @BeforeAll
  static void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/", exchange -> {
      EXPORTED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    collector.start();
    broker = KafkaBroker.start();
    topics = new Topics(broker, 3);
    service = topics.service("-Dquarkus.otel.sdk.disabled=false", "-Dquarkus.otel.bsp.schedule.delay=500ms",
        "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
        "-Dquarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:" + collector.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    service.close();
    topics.close();
    broker.close();
    collector.stop(0);
  }

  @Test
  @DisplayName("Every case of the contract and of the documents gets through Kafka what it gets over HTTP, byte by byte")
  void sameAsOverHttp() {
    List<PolicyCase> cases = PolicyCase.all();
    List<Future<RecordMetadata>> sent =
        cases.stream().map(one -> topics.send("a", one.request().toString())).toList();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      ConsumerRecord<byte[], byte[]> answer = topics.answerTo(received(sent.get(i)));
      String throughKafka = answer.topic().equals(topics.decisions()) ? Topics.text(answer.value())
          : Topics.header(answer, "tuodi-problem");
      if (!service.post("/v1/decisions", cases.get(i).request().toString()).body().equals(throughKafka)) {
        differences.add(cases.get(i) + ": " + throughKafka);
      }
    }
    assertEquals(List.of(), differences);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("What cannot be decided goes to the dead letters as it came, with the problem, and the next claim is decided")
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", value = {
      "no value | null | 400 | INVALID_REQUEST", "empty | `` | 400 | INVALID_REQUEST",
      "no JSON | {\"claimId | 400 | INVALID_REQUEST", "no claim | {\"claimId\": 7} | 400 | INVALID_REQUEST",
      "another field | {\"nickname\": \"x\"} | 400 | INVALID_REQUEST",
      "deep | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] | 400 | INVALID_REQUEST",
      "too large | 70000 | 413 | INVALID_REQUEST", "no policy for the area | 110000 | 422 | NO_POLICY_FOR_REGION",
      "no policy on the day | 1999-01-01 | 422 | NO_POLICY_IN_FORCE",
      "contradiction | 48001 | 422 | COSTS_DO_NOT_ADD_UP"})
  void deadLetters(String kind, String value, int status, String code) throws IOException {
    String message = value == null ? null : switch (kind) {
      case "too large" -> " ".repeat(Integer.parseInt(value));
      case "no policy for the area" -> claim("b").replace("450100", value);
      case "no policy on the day" -> claim("b").replace("2022-05-18", value);
      case "contradiction" -> claim("b").replace("48000", value);
      default -> value;
    };
    RecordMetadata poisoned = topics.sent("b", message, new RecordHeader("order", bytes("17")),
        new RecordHeader("accept-language", bytes("en")));
    RecordMetadata next = topics.sent("b", claim("b"));
    ConsumerRecord<byte[], byte[]> letter = topics.answerTo(poisoned);
    assertEquals(topics.deadLetters(), letter.topic());
    assertEquals("b", Topics.text(letter.key()));
    assertEquals(message, Topics.text(letter.value()));
    assertEquals("17", Topics.header(letter, "order"));
    assertEquals(code, Topics.header(letter, "tuodi-problem-code"));
    assertEquals(topics.claims(), Topics.header(letter, "tuodi-topic"));
    JsonNode problem = JSON.readTree(Topics.header(letter, "tuodi-problem"));
    assertEquals(code, problem.get("code").textValue());
    assertEquals(status, problem.get("status").intValue());
    assertFalse(problem.get("detail").textValue().matches(".*[\u4e00-\u9fff].*"), problem.toString());
    assertEquals(topics.decisions(), topics.answerTo(next).topic());
  }

  @Test
  @DisplayName("A message that does not fit into the topic of dead letters leaves a letter that says where it is")
  void tooLargeForDeadLetters() {
    RecordMetadata poisoned = topics.sent("c", "x".repeat(3 * Topics.MAX_DEAD_LETTER));
    RecordMetadata next = topics.sent("c", claim("c"));
    ConsumerRecord<byte[], byte[]> letter = topics.answerTo(poisoned);
    assertEquals(topics.deadLetters(), letter.topic());
    assertNull(letter.value());
    assertEquals("c", Topics.text(letter.key()));
    assertEquals("300000", Topics.header(letter, "tuodi-value-left-out"));
    assertEquals("INVALID_REQUEST", Topics.header(letter, "tuodi-problem-code"));
    assertEquals(topics.decisions(), topics.answerTo(next).topic());
  }

  @Test
  @DisplayName("A message that claims to be a cloud event and is none does no harm")
  void notACloudEvent() {
    RecordMetadata poisoned = topics.sent("d", "{", new RecordHeader("content-type",
        bytes("application/cloudevents+json")), new RecordHeader("ce_specversion", null));
    assertEquals(topics.deadLetters(), topics.answerTo(poisoned).topic());
    assertEquals(topics.decisions(), topics.answerTo(topics.sent("d", claim("d"))).topic());
  }

  @Test
  @DisplayName("A dead letter that is sent back as a claim is decided, and has no trace of its death")
  void sentBack() {
    ConsumerRecord<byte[], byte[]> letter = topics.answerTo(topics.sent("e", claim("e").replace("450100", "110000"),
        new RecordHeader("order", bytes("18"))));
    ConsumerRecord<byte[], byte[]> decision =
        topics.answerTo(topics.sent("e", Topics.text(letter.value()).replace("110000", "450100"),
            letter.headers().toArray()));
    assertEquals(topics.decisions(), decision.topic());
    assertEquals("18", Topics.header(decision, "order"));
    assertNull(Topics.header(decision, "tuodi-problem"));
    assertNull(Topics.header(decision, "tuodi-problem-code"));
  }

  @Test
  @DisplayName("A decision is keyed by the person of the claim, whatever the message is keyed by; without a person by that")
  void keys() {
    BigDecimal before = misplaced();
    assertEquals("f", Topics.text(topics.answerTo(topics.sent("f", claim("f"))).key()));
    assertEquals(before, misplaced());
    assertEquals("f", Topics.text(topics.answerTo(topics.sent("g", claim("f"))).key()));
    assertEquals("f", Topics.text(topics.answerTo(topics.sent(null, claim("f"))).key()));
    assertEquals("h", Topics.text(topics.answerTo(topics.sent("h", nobodys())).key()));
    assertNull(topics.answerTo(topics.sent(null, nobodys())).key());
    RunningService.waitUntil("what is out of order is counted",
        () -> misplaced().equals(before.add(BigDecimal.valueOf(2))));
  }

  private static BigDecimal misplaced() {
    return Exposition.of(service).sum("tuodi_intake_misplaced_total", Map.of()).setScale(0);
  }

  @Test
  @DisplayName("The sender chooses the language, and what it wrote into headers comes back")
  void headers() {
    String overHttp = RunningService.send(service.request("/v1/decisions").header("Content-Type", "application/json")
        .header("Accept-Language", "en").POST(HttpRequest.BodyPublishers.ofString(claim("i")))).body();
    ConsumerRecord<byte[], byte[]> decision = topics.answerTo(topics.sent("i", claim("i"),
        new RecordHeader("accept-language", bytes("en")), new RecordHeader("order", bytes("19")),
        new RecordHeader("content-type", bytes("text/plain"))));
    assertEquals(overHttp, Topics.text(decision.value()));
    assertEquals("19", Topics.header(decision, "order"));
    assertEquals("en", Topics.header(decision, "content-language"));
    assertEquals("application/json", Topics.header(decision, "content-type"));
  }

  @Test
  @DisplayName("The same message gives the same bytes")
  void sameBytes() {
    assertArrayEquals(topics.answerTo(topics.sent("j", claim("j"))).value(),
        topics.answerTo(topics.sent("j", claim("j"))).value());
  }

  @Test
  @DisplayName("A message's trace goes on in the service and in the decision")
  void trace() {
    ConsumerRecord<byte[], byte[]> decision = topics.answerTo(topics.sent("k", claim("k"),
        new RecordHeader("traceparent", bytes("00-" + TRACE + "-00f067aa0ba902b7-01"))));
    String traced = Topics.header(decision, "traceparent");
    assertTrue(traced.matches("00-" + TRACE + "-(?!00f067aa0ba902b7)[0-9a-f]{16}-01"), traced);
    String trace = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
    RunningService.waitUntil("the receipt is exported", () -> EXPORTED.stream()
        .anyMatch(spans -> spans.contains(trace) && spans.contains(topics.claims() + " receive")));
  }

  @Test
  @DisplayName("Decisions, dead letters by code, what was taken and how long it took are counted, and the lag is shown")
  void counted() throws IOException {
    Exposition before = Exposition.of(service);
    topics.answerTo(topics.sent("l", claim("l")));
    topics.answerTo(topics.sent("l", "{}"));
    RunningService.waitUntil("both are counted",
        () -> grown("tuodi_intake_dead_letters_total", Map.of("code", "INVALID_REQUEST"), before) == 1);
    assertEquals(1, grown("tuodi_decisions_total", Map.of("intake", "topic"), before));
    assertEquals(1, grown("tuodi_problems_total", Map.of("code", "INVALID_REQUEST"), before));
    assertEquals(2, grown("tuodi_intake_claims_total", Map.of(), before));
    assertEquals(2, grown("tuodi_intake_delay_seconds_count", Map.of(), before));
    assertTrue(Exposition.of(service).names().contains("kafka_consumer_fetch_manager_records_lag_max"));
    JsonNode health = JSON.readTree(service.get("/q/health/ready").body());
    assertTrue(health.toString().contains("\"partitions\":3"), health.toString());
  }

  private static int grown(String name, Map<String, String> labels, Exposition before) {
    return Exposition.of(service).sum(name, labels).subtract(before.sum(name, labels)).intValueExact();
  }

  @Test
  @DisplayName("While the broker is away the service serves and stays ready; when it is back every claim is answered")
  void brokerAway() {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      sent.add(topics.send(PERSON, claim(PERSON).replace("GX-0001", PERSON + "-" + i)));
    }
    received(sent.get(300));
    broker.stop();
    assertEquals(200, service.get("/q/health/ready").statusCode());
    assertEquals(200, service.get("/q/health/live").statusCode());
    assertEquals(200, service.post("/v1/decisions", claim(PERSON)).statusCode());
    RunningService.waitUntil("the health check tells it",
        () -> service.get("/q/health/ready").body().replaceAll("\\s", "").contains("\"connected\":false"));
    broker.resume();
    sent.forEach(one -> topics.answerTo(received(one)));
    DecisionOrder order = new DecisionOrder(topics.answersTo(0).stream()
        .filter(answer -> PERSON.equals(Topics.text(answer.key()))).toList());
    assertEquals(sent.size(), order.claims());
    assertEquals(Map.of(PERSON, sent.size() - 1), order.last());
    assertFalse(service.log().contains(PERSON), service.log());
  }

  private static String claim(String person) {
    return RunningService.example("guangxi").replace("P-17", person);
  }

  private static String nobodys() {
    return RunningService.example("guangxi").replace("\"personId\": \"P-17\",", "");
  }

  private static RecordMetadata received(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
