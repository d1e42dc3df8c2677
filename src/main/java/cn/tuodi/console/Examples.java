package cn.tuodi.console;

import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up claims to begin with, several for each edition. */
public final class Examples {

  private static final Map<String, Example> ALL = load();

  private Examples() {}

  /**
   * A claim to begin with.
   *
   * @param id its name in addresses
   * @param edition edition that decides it
   * @param zh what it shows, in Chinese
   * @param en what it shows, in English
   * @param claim the claim
   */
  public record Example(String id, String edition, String zh, String en, JsonNode claim) {}

  /**
   * The examples of an edition, to choose from.
   *
   * @param edition what the edition is called
   * @param options the examples
   */
  public record Choices(String edition, List<Option> options) {}

  public static List<Example> all() {
    return List.copyOf(ALL.values());
  }

  public static Optional<Example> find(String id) {
    return Optional.ofNullable(id == null ? null : ALL.get(id));
  }

  /** The first example of an edition. */
  public static Optional<Example> firstOf(String edition) {
    return ALL.values().stream().filter(example -> example.edition().equals(edition)).findFirst();
  }

  /**
   * All of them, to choose from, edition by edition.
   *
   * @param names what editions are called, by their names in addresses
   */
  public static List<Choices> choices(String selected, Map<String, String> names, Language language) {
    Map<String, List<Option>> byEdition = new LinkedHashMap<>();
    for (Example example : ALL.values()) {
      byEdition.computeIfAbsent(example.edition(), edition -> new ArrayList<>()).add(
          new Option(example.id(), language.of(example.zh(), example.en()), example.id().equals(selected)));
    }
    return byEdition.entrySet().stream()
        .map(entry -> new Choices(names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue())).toList();
  }

  private static Map<String, Example> load() {
    try (InputStream in = Examples.class.getResourceAsStream("/console/examples.json")) {
      if (in == null) {
        throw new IllegalStateException("the application was built without the examples");
      }
      Map<String, Example> examples = new LinkedHashMap<>();
      JsonMapper mapper =
          JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
      for (JsonNode node : mapper.readTree(in)) {
        examples.put(node.get("id").asText(), new Example(node.get("id").asText(), node.get("edition").asText(),
            node.get("zh").asText(), node.get("en").asText(), node.get("claim")));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
