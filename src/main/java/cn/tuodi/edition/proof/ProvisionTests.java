package cn.tuodi.edition.proof;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Which test cases prove a provision; a test keeps the list true. */
public final class ProvisionTests {

  private static final String RESOURCE = "register/proofs.json";

  private final Map<String, List<String>> byProvision;

  private ProvisionTests(Map<String, List<String>> byProvision) {
    this.byProvision = byProvision;
  }

  /** Loads the list that the application was built with. */
  public static ProvisionTests load() {
    try (InputStream in = ProvisionTests.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the application was built without " + RESOURCE);
      }
      return new ProvisionTests(
          JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, List<String>>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the cases that prove a provision, at most three; none where none does. */
  public List<String> of(String provision) {
    return byProvision.getOrDefault(provision, List.of());
  }
}
