package cn.tuodi.console.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.StatedClaims;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.json.Json;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The form asks for every field of a claim. */
class ClaimFormTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Test
  @DisplayName("Every fact but the id of a person has its field, and what is filled in is what is sent")
  void everyFactHasAField() {
    List<String> asked = ClaimForm.LAYOUT.fields().stream().map(Field::pointer).toList();
    assertEquals(asked.size(), Set.copyOf(asked).size());
    for (Claim claim : List.of(StatedClaims.whole(), StatedClaims.onIncome())) {
      StatedClaims.changed(claim).forEach((pointer, changed) -> {
        if (pointer.equals("/person/personId")) {
          return;
        }
        assertTrue(asked.contains(pointer), pointer);
        JsonNode json = json(changed);
        JsonNode sent = FormValues.of(ClaimForm.LAYOUT, json).request().json();
        assertEquals(plain(json.at(pointer)), plain(sent.at(pointer)), pointer);
      });
    }
  }

  @Test
  @DisplayName("Every field has a label and, where it has a hint, one in each language")
  void words() {
    for (Field field : ClaimForm.LAYOUT.fields()) {
      assertTrue(!field.zh().isBlank() && !field.en().isBlank(), field.pointer());
      assertEquals(field.hintZh().isEmpty(), field.hintEn().isEmpty(), field.pointer());
    }
  }

  private static String plain(JsonNode value) {
    return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.toString();
  }

  private static JsonNode json(Claim claim) {
    try {
      return MAPPER.readTree(Json.bytes(ClaimView.of(claim)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
