package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.Exposition;
import cn.tuodi.operation.KafkaBroker;
import cn.tuodi.operation.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two replicas of the packaged application share the claims of a topic. */
class IntakeGroupIT {

  private static final int PARTITIONS = 4;
  private static final int PERSONS = 100;
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final String CLAIM = RunningService.example("guangxi");
  /**
   * A replica that is gone is given up after this time, so that the test need not wait. One that must not be given up
   * has more time: on a busy machine it may be late.
   */
  private static final String[] IMPATIENT = {"-Dmp.messaging.incoming.claims.session.timeout.ms=6000",
      "-Dmp.messaging.incoming.claims.heartbeat.interval.ms=1000"};

  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  @DisplayName("While replicas come and go in an orderly way every claim is decided once, a person's claims in their order")
  void comingAndGoing() {
    try (Topics topics = new Topics(broker, PARTITIONS); RunningService first = topics.service()) {
      CompletableFuture<RunningService> joining = CompletableFuture.supplyAsync(topics::service);
      int rounds =
          sendUntil(() -> joining.isDone() && holds(joining.join()) == PARTITIONS / 2, topics, 0);
      try (RunningService second = joining.join()) {
        for (int i = 0; i < 5; i++) {
          send(topics, rounds++);
        }
        first.terminate();
        rounds = sendUntil(() -> holds(second) == PARTITIONS, topics, rounds);
        assertEquals(143, first.awaitEnd());
        List<ConsumerRecord<byte[], byte[]>> answers = topics.answersTo(rounds * PERSONS);
        RunningService.pause(Duration.ofMillis(500));
        topics.read();
        DecisionOrder order = new DecisionOrder(answers);
        assertEquals(rounds * PERSONS, order.claims());
        assertEquals(0, order.repeats(), "nothing is decided twice");
        assertTrue(decided(second) > 0);
        assertHandedOn(topics);
      }
    }
  }

  @Test
  @DisplayName("A replica killed in the middle loses nothing: repeats have the same bytes, and the last decision comes last")
  void killed() {
    int rounds = 100;
    try (Topics topics = new Topics(broker, PARTITIONS)) {
      CompletableFuture<RunningService> starting = CompletableFuture.supplyAsync(() -> topics.service(IMPATIENT));
      try (RunningService survivor = topics.service(IMPATIENT); RunningService victim = starting.join()) {
        RunningService.waitUntil("each has its share",
            () -> holds(survivor) == PARTITIONS / 2 && holds(victim) == PARTITIONS / 2);
        for (int i = 0; i < rounds; i++) {
          sendAtOnce(topics, i);
        }
        topics.answersTo(PERSONS);
        victim.kill();
        assertTrue(topics.answered() < rounds * PERSONS, "killed in the middle");
        DecisionOrder order = new DecisionOrder(topics.answersTo(rounds * PERSONS));
        assertEquals(rounds * PERSONS, order.claims());
        assertEquals(PERSONS, order.last().size());
        assertEquals(Set.of(rounds - 1), Set.copyOf(order.last().values()));
      }
    }
  }

  /** A claim of every person, and a moment for what comes out. */
  private static void send(Topics topics, int round) {
    sendAtOnce(topics, round);
    topics.read();
  }

  private static void sendAtOnce(Topics topics, int round) {
    for (int i = 0; i < PERSONS; i++) {
      String person = "P" + i;
      topics.send(person, CLAIM.replace("P-17", person).replace("GX-0001", person + "-" + round));
    }
  }

  /** Sends every now and then while something comes to be; how many rounds were sent in the end. */
  private static int sendUntil(BooleanSupplier reached, Topics topics, int rounds) {
    AtomicInteger sent = new AtomicInteger(rounds);
    AtomicLong next = new AtomicLong(System.nanoTime());
    RunningService.waitUntil("the partitions are shared out", () -> {
      if (System.nanoTime() - next.get() >= 0) {
        send(topics, sent.getAndIncrement());
        next.set(System.nanoTime() + INTERVAL.toNanos());
      }
      return reached.getAsBoolean();
    });
    return sent.get();
  }

  /** Where traces are off a sender's trace is handed on as it is, and none is made up. */
  private static void assertHandedOn(Topics topics) {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    assertEquals(trace, Topics.header(topics.answerTo(topics.sent("P", CLAIM,
        new RecordHeader("traceparent", trace.getBytes(StandardCharsets.UTF_8)))), "traceparent"));
    assertNull(Topics.header(topics.answerTo(topics.sent("P", CLAIM)), "traceparent"));
  }

  /** How many partitions a replica has, as its log tells. */
  private static int holds(RunningService service) {
    Matcher told = Pattern.compile("claims are taken from (\\d+) partition").matcher(service.log());
    int holds = 0;
    while (told.find()) {
      holds = Integer.parseInt(told.group(1));
    }
    return holds;
  }

  private static long decided(RunningService service) {
    return Exposition.of(service).sum("tuodi_decisions_total", Map.of("intake", "topic")).longValue();
  }
}
