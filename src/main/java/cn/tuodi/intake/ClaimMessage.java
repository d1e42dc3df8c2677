package cn.tuodi.intake;

import cn.tuodi.language.Language;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * A message of the topic of claims, whatever is in it.
 *
 * @param record the message
 * @param trace the trace that its receipt belongs to, or null where there is none
 */
record ClaimMessage(ConsumerRecord<byte[], byte[]> record, Context trace) {

  private static final String ACCEPT_LANGUAGE = "accept-language";
  private static final int MAX_LANGUAGE = 200;

  /** The partition it came from. */
  TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** The language in which the sender wants to be answered. */
  Language language() {
    Header asked = record.headers().lastHeader(ACCEPT_LANGUAGE);
    boolean readable = asked != null && asked.value() != null && asked.value().length <= MAX_LANGUAGE;
    return Language.preferred(readable ? new String(asked.value(), StandardCharsets.UTF_8) : null);
  }

  /** Whether its key is a person's id in UTF-8. */
  boolean isKeyedBy(String person) {
    return record.key() != null && Arrays.equals(record.key(), person.getBytes(StandardCharsets.UTF_8));
  }
}
