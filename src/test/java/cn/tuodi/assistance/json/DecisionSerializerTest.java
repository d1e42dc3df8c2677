package cn.tuodi.assistance.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.PolicyCase;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.Json;
import cn.tuodi.json.MoneySerializer;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions are written as the library would write the record by itself. */
class DecisionSerializerTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  private static final JsonMapper BY_ITSELF = JsonMapper.builder()
      .addModule(new SimpleModule().addSerializer(new MoneySerializer()))
      .addMixIn(DecisionJson.class, Plain.class).addMixIn(DecisionJson.ProvisionJson.class, Plain.class)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** Takes the serializer of our own away. */
  @JsonSerialize(using = JsonSerializer.None.class)
  private interface Plain {}

  @Test
  @DisplayName("No field is missing, out of order or written otherwise, in any decision of the contract's and policy cases")
  void likeTheLibrary() throws JsonProcessingException {
    int compared = 0;
    for (PolicyCase example : PolicyCase.all()) {
      byte[] request = example.request().toString().getBytes(StandardCharsets.UTF_8);
      if (example.expect().has("payouts")
          && DECIDER.decide(ClaimReader.read(request, Language.ZH), compared % 2 == 0) instanceof Decision decision) {
        for (Language language : Language.values()) {
          DecisionJson json = DecisionView.of(decision, language);
          assertEquals(BY_ITSELF.writeValueAsString(json), new String(Json.bytes(json), StandardCharsets.UTF_8),
              example.name());
        }
        compared++;
      }
    }
    assertTrue(compared > 300, "compared " + compared);
  }
}
