package cn.tuodi.intake;

import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Headers of answers: those of the claim's message, so that a sender finds again what it wrote there, and those that
 * say which message is answered and why it could not be decided.
 */
final class AnswerHeaders {

  /** What all headers of this service begin with; a message that comes back as a claim does not keep them. */
  private static final String OWN = "tuodi-";
  private static final String CODE = OWN + "problem-code";
  private static final String PROBLEM = OWN + "problem";
  private static final String LEFT_OUT = OWN + "value-left-out";
  private static final Set<String> OF_THE_VALUE = Set.of("content-type", "content-language");

  private final Headers headers = new RecordHeaders();

  private AnswerHeaders(ClaimMessage message, boolean withSenders, boolean withOfTheValue) {
    ConsumerRecord<byte[], byte[]> record = message.record();
    if (withSenders) {
      for (Header header : record.headers()) {
        if (!header.key().startsWith(OWN) && (withOfTheValue || !OF_THE_VALUE.contains(header.key()))) {
          headers.add(header);
        }
      }
    }
    add(OWN + "topic", record.topic());
    add(OWN + "partition", Integer.toString(record.partition()));
    add(OWN + "offset", Long.toString(record.offset()));
    if (message.trace() != null) {
      W3CTraceContextPropagator.getInstance().inject(message.trace(), this, AnswerHeaders::replace);
    }
  }

  /** Headers of a decision. */
  static Headers ofDecision(ClaimMessage message, Language language) {
    return new AnswerHeaders(message, true, false).add("content-type", "application/json")
        .add("content-language", language.tag()).headers;
  }

  /** Headers of a dead letter that is the message as it came. */
  static Headers ofDeadLetter(ClaimMessage message, Problem problem) {
    return new AnswerHeaders(message, true, true).about(problem).headers;
  }

  /** Headers of a dead letter that has nothing of the message, because it does not fit into the topic. */
  static Headers ofBareDeadLetter(ClaimMessage message, Problem problem) {
    byte[] value = message.record().value();
    return new AnswerHeaders(message, false, false).about(problem)
        .add(LEFT_OUT, Integer.toString(value == null ? 0 : value.length)).headers;
  }

  private AnswerHeaders about(Problem problem) {
    headers.add(PROBLEM, Json.bytes(problem));
    return add(CODE, problem.code());
  }

  private AnswerHeaders add(String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private static void replace(AnswerHeaders answer, String name, String value) {
    answer.headers.remove(name);
    answer.add(name, value);
  }
}
