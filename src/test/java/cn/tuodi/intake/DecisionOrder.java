package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decisions on claims whose ids are a person and a number from zero, as they came out. */
final class DecisionOrder {

  private static final Pattern CLAIM = Pattern.compile("\"claimId\":\"([\\w-]+)-(\\d+)\"");

  private final Map<String, ConsumerRecord<byte[], byte[]>> first = new HashMap<>();
  private final Map<String, Integer> last = new HashMap<>();
  private int repeats;

  /** Reads decisions; what is out of order, under another key or repeated with other bytes fails. */
  DecisionOrder(List<ConsumerRecord<byte[], byte[]>> decisions) {
    decisions.forEach(this::read);
  }

  private void read(ConsumerRecord<byte[], byte[]> decision) {
    Matcher claim = CLAIM.matcher(Topics.text(decision.value()));
    assertTrue(claim.find());
    String person = claim.group(1);
    int number = Integer.parseInt(claim.group(2));
    assertEquals(person, Topics.text(decision.key()));
    ConsumerRecord<byte[], byte[]> before = first.putIfAbsent(claim.group(), decision);
    if (before == null) {
      assertEquals(last.getOrDefault(person, -1) + 1, number, claim.group());
    } else {
      repeats++;
      assertTrue(Arrays.equals(before.value(), decision.value()), claim.group());
    }
    last.put(person, number);
  }

  /** How many claims are decided. */
  int claims() {
    return first.size();
  }

  /** How many decisions came again. */
  int repeats() {
    return repeats;
  }

  /** Of each person the number of the claim whose decision came last. */
  Map<String, Integer> last() {
    return last;
  }
}
