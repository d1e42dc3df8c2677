package cn.tuodi.claim.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.DecisionIdScheme;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.StatedClaims;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.json.Json;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is derived of the fields of a claim knows every one of them. */
class ClaimFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  @DisplayName("Every fact that is stated changes the id of the decision and what the claim is written as")
  void everyFactCounts() {
    Claim whole = StatedClaims.whole();
    Map<String, Claim> changed = StatedClaims.changed(whole);
    assertEquals(StatedClaims.pointers(), List.copyOf(changed.keySet()));
    Set<String> ids = new HashSet<>(Set.of(id(whole)));
    changed.forEach((pointer, claim) -> {
      assertTrue(ids.add(id(claim)), pointer);
      assertNotEquals(json(whole).at(pointer), json(claim).at(pointer), pointer);
    });
  }

  @Test
  @DisplayName("A claim that states everything is read as it was written")
  void readBack() {
    Set<String> stated = new HashSet<>();
    for (Claim claim : List.of(StatedClaims.whole(), StatedClaims.onIncome())) {
      byte[] written = Json.bytes(ClaimView.of(claim));
      Claim read = ClaimReader.read(written, Language.EN);
      assertEquals(claim, read);
      assertEquals(new String(written, StandardCharsets.UTF_8),
          new String(Json.bytes(ClaimView.of(read)), StandardCharsets.UTF_8));
      StatedClaims.pointers().stream().filter(pointer -> !json(claim).at(pointer).isMissingNode()).forEach(stated::add);
    }
    assertEquals(Set.copyOf(StatedClaims.pointers()), stated);
  }

  @Test
  @DisplayName("The schema names every field, says whether it must be stated, and describes it in both languages")
  void schema() {
    schema(ClaimFields.SET, ClaimReader.schema());
  }

  private static void schema(FieldSet<?> fields, Map<?, ?> schema) {
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    assertEquals(fields.fields().stream().map(ClaimField::name).toList(), List.copyOf(properties.keySet()));
    List<?> required = (List<?>) schema.get("required");
    for (ClaimField<?, ?> field : fields.fields()) {
      Map<?, ?> property = (Map<?, ?>) properties.get(field.name());
      assertEquals(field.label().description(), property.get("description"));
      assertEquals(field.required(), required != null && required.contains(field.name()), field.name());
      ValueType<?> entry = field.type().element();
      if (field.type().fields() != null) {
        schema(field.type().fields(), property);
      } else if (entry != null && entry.fields() != null) {
        schema(entry.fields(), (Map<?, ?>) property.get("items"));
      }
    }
  }

  @Test
  @DisplayName("Every field has a name in Chinese and in English, and help in both or in neither")
  void labels() {
    for (ClaimField<?, ?> field : all(ClaimFields.SET)) {
      Label label = field.label();
      assertTrue(isChinese(label.zh()) && !label.en().isBlank() && !isChinese(label.en()), field.name());
      assertEquals(label.help(Language.ZH).isEmpty(), label.help(Language.EN).isEmpty(), field.name());
      assertTrue(label.help(Language.ZH).isEmpty() || isChinese(label.help(Language.ZH)), field.name());
      assertFalse(isChinese(label.help(Language.EN)), field.name());
    }
  }

  @Test
  @DisplayName("Every choice has a name in Chinese and in English, on pages and in the interface's description")
  void choices() throws IOException {
    Properties words = new Properties();
    words.load(new InputStreamReader(
        ClaimFieldsTest.class.getResourceAsStream("/openapi/words.properties"), StandardCharsets.UTF_8));
    for (ClaimField<?, ?> field : all(ClaimFields.SET)) {
      ValueType<?> type = field.type().element() == null ? field.type() : field.type().element();
      if (type.choices() != null) {
        type.choices().forEach((choice, label) -> {
          assertTrue(isChinese(label), choice.toString());
          assertTrue(EnglishWords.knows(label), label);
          String described = words.getProperty(
              ((Enum<?>) choice).getDeclaringClass().getSimpleName() + "." + ((Enum<?>) choice).name());
          assertNotNull(described, choice.toString());
          String[] both = described.split(" / ");
          assertTrue(both.length == 2 && isChinese(both[0]) && !isChinese(both[1]), described);
        });
      }
    }
  }

  private static List<ClaimField<?, ?>> all(FieldSet<?> fields) {
    List<ClaimField<?, ?>> all = new ArrayList<>();
    for (ClaimField<?, ?> field : fields.fields()) {
      all.add(field);
      ValueType<?> type = field.type().element() == null ? field.type() : field.type().element();
      if (type.fields() != null) {
        all.addAll(all(type.fields()));
      }
    }
    return all;
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(character -> UnicodeScript.of(character) == UnicodeScript.HAN);
  }

  private static String id(Claim claim) {
    return DecisionIdScheme.CURRENT.idOf(claim, "sha256:0");
  }

  private static JsonNode json(Claim claim) {
    try {
      return JSON.readTree(Json.bytes(ClaimView.of(claim)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
