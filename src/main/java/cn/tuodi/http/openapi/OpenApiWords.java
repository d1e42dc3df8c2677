package cn.tuodi.http.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What the fields, values and operations of the OpenAPI document mean, in Chinese and English. Words that stand in the
 * code, beside what they describe, go before those of the file.
 */
final class OpenApiWords {

  private static final String FILE = "/openapi/words.properties";
  private static final String AMOUNT = "金额（元，两位小数） / yuan with two decimals";

  private final Properties words;

  private OpenApiWords(Properties words) {
    this.words = words;
  }

  static OpenApiWords load() {
    Properties words = new Properties();
    try (Reader in = new InputStreamReader(Objects.requireNonNull(OpenApiWords.class.getResourceAsStream(FILE)),
        StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OpenApiWords(words);
  }

  /** Describes everything that is not described yet. */
  void addTo(OpenAPI openApi) {
    openApi.getComponents().getSchemas().forEach(this::describe);
    openApi.getPaths().getPathItems().values()
        .forEach(path -> path.getOperations().values().forEach(this::describe));
  }

  private void describe(String name, Schema schema) {
    schema.setDescription(word(schema.getDescription(), name));
    if (schema.getEnumeration() != null) {
      List<String> meanings =
          schema.getEnumeration().stream().map(value -> words.getProperty(name + "." + value, "")).toList();
      schema.setDescription(schema.getDescription() + "\n\n" + IntStream.range(0, meanings.size())
          .mapToObj(i -> "- `" + schema.getEnumeration().get(i) + "` " + meanings.get(i))
          .collect(Collectors.joining("\n")));
      schema.addExtension("x-enum-descriptions", meanings);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((field, property) -> property
          .setDescription(word(property.getDescription(), name + "." + field, "any." + field)));
    }
  }

  private void describe(Operation operation) {
    String name = operation.getOperationId();
    operation.setDescription(word(operation.getDescription(), "operation." + name));
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().setDescription(word(operation.getRequestBody().getDescription(), "request." + name));
    }
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        parameter.setDescription(word(parameter.getDescription(), "parameter." + parameter.getName()));
      }
    }
  }

  /** What is said already, or what the file says; an amount says no more than that it is one. */
  private String word(String said, String... keys) {
    if (said != null && !said.equals(AMOUNT)) {
      return said;
    }
    return Stream.of(keys).map(words::getProperty).filter(Objects::nonNull).findFirst().orElse(said);
  }
}
