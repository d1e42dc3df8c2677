package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import cn.tuodi.account.YearAccounts;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.FailingEdition;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.observation.SettlementMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to a message on which the program fails. */
class AnsweringTest {

  private final IntakeSettings settings = new SmallRyeConfigBuilder().withMapping(IntakeSettings.class)
      .withDefaultValues(Map.of("tuodi.intake.enabled", "true", "tuodi.intake.claims", "claims",
          "tuodi.intake.decisions", "decisions", "tuodi.intake.dead-letters", "dead-letters", "tuodi.intake.group",
          "group"))
      .build().getConfigMapping(IntakeSettings.class);
  private final Answering answering =
      new Answering(settings, new AssistanceDecider(new Catalogue(List.of(FailingEdition.EDITION))),
          new DecisionMeters(new SimpleMeterRegistry()),
          new SettledClaims(YearAccounts.off(), new SettlementMeters(new SimpleMeterRegistry())));

  @ParameterizedTest
  @ValueSource(strings = {"EXCEPTION", "STACK", "LINKAGE", "TELLING"})
  @DisplayName("A message on which the program fails goes to the dead letters as it came")
  void deadLetter(String id) {
    Answer answer = answer(id);
    assertEquals("dead-letters", answer.record().topic());
    assertEquals("INTERNAL_ERROR", answer.problem().code());
  }

  @Test
  @DisplayName("Any other is decided")
  void decided() {
    assertNotNull(answer("SOUND").decision());
  }

  private Answer answer(String id) {
    String claim = "{\"claimId\":\"" + id + "\",\"region\":\"450100\",\"serviceDate\":\"2022-05-18\",\"person\":{},"
        + "\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":100,\"policyScope\":100,\"advance\":0,\"overLimit\":0,"
        + "\"selfPaid\":0},\"payments\":{\"basicInsurance\":50,\"criticalIllness\":0}}";
    return answering.answer(new ClaimMessage(
        new ConsumerRecord<>("claims", 0, 0, new byte[0], claim.getBytes(StandardCharsets.UTF_8)), null));
  }
}
