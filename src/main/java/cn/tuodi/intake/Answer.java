package cn.tuodi.intake;

import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.json.Problem;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The answer to a message: a decision or a dead letter.
 *
 * @param message the message
 * @param record what is sent
 * @param claimId the claim, or null for a dead letter
 * @param decision the decision, or null for a dead letter and for a claim that was settled before
 * @param problem why there is no decision, or null for a decision
 * @param isMisplaced whether the message's key is not the person whom its claim is for
 * @param isBare whether it is a dead letter without anything of the message, so that nothing smaller can be sent
 */
record Answer(ClaimMessage message, ProducerRecord<byte[], byte[]> record, String claimId, Decision decision,
    Problem problem, boolean isMisplaced, boolean isBare) {

  static Answer decided(ClaimMessage message, ProducerRecord<byte[], byte[]> record, Claim claim, Decision decision) {
    String person = claim.person().personId();
    return new Answer(message, record, claim.claimId(), decision, null, person != null && !message.isKeyedBy(person),
        false);
  }

  static Answer deadLetter(ClaimMessage message, ProducerRecord<byte[], byte[]> record, Problem problem) {
    return new Answer(message, record, null, null, problem, false, false);
  }

  static Answer bareDeadLetter(ClaimMessage message, ProducerRecord<byte[], byte[]> record, Problem problem) {
    return new Answer(message, record, null, null, problem, false, true);
  }
}
