package cn.tuodi.api;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Claims to try programs with, some for each edition. They are taken from the cases that were worked out by hand from the
 * documents, so for the content that the application was built with the build proves the figures of their decisions.
 */
final class Samples {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Samples() {}

  /** The samples of an edition with what it answers in its present content; none where there are none. */
  static List<SampleJson> of(Edition edition, Language language) {
    List<SampleJson> samples = new ArrayList<>();
    for (JsonNode sample : read(edition.id())) {
      JsonNode claim = sample.get("claim");
      if (AssistanceDecider.decideUnder(edition,
          ClaimReader.read(Json.bytes(claim), language)) instanceof Decision decision) {
        samples.add(new SampleJson(sample.get(language.of("zh", "en")).textValue(), claim,
            DecisionView.of(decision, language)));
      }
    }
    return samples;
  }

  private static JsonNode read(EditionId edition) {
    try (InputStream in = Samples.class.getResourceAsStream("/samples/" + edition + ".json")) {
      return in == null ? MAPPER.createArrayNode() : MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
