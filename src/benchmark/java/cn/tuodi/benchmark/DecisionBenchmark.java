package cn.tuodi.benchmark;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.json.Json;
import cn.tuodi.json.MoneySerializer;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions on one thread, over all decided conformance cases of an edition in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-XX:+UseParallelGC",
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"})
public class DecisionBenchmark {

  private static final JsonMapper LIBRARY = JsonMapper.builder()
      .addModule(new SimpleModule().addSerializer(new MoneySerializer()))
      .addMixIn(DecisionJson.class, Plain.class).addMixIn(DecisionJson.ProvisionJson.class, Plain.class)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  @Param({"guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023"})
  public String edition;

  /** Takes the serializer of our own away. */
  @JsonSerialize(using = JsonSerializer.None.class)
  private interface Plain {}

  private AssistanceDecider decider;
  private final List<Claim> claims = new ArrayList<>();
  private final List<byte[]> requests = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private int next;

  /** Loads the editions and the claims. */
  @Setup
  public void load() throws IOException {
    // As in the service. Until Quarkus configures it, the log manager collects every debug message of the engine.
    Logger.getLogger("").setLevel(Level.INFO);
    decider = new AssistanceDecider(EditionArchive.load());
    JsonMapper json = JsonMapper.builder().build();
    for (String file : List.of("decisions.jsonl", "decisions-random.jsonl")) {
      for (String line : Files.readAllLines(Path.of("src/test/resources/conformance", file))) {
        JsonNode example = json.readTree(line);
        if (example.at("/expect/edition").asText().equals(edition)) {
          byte[] request = example.get("request").toString().getBytes(StandardCharsets.UTF_8);
          requests.add(request);
          claims.add(ClaimReader.read(request, Language.ZH));
          decisions.add((Decision) decider.decide(claims.get(claims.size() - 1)));
        }
      }
    }
  }

  /** Facts in, complete decision with citations out. */
  @Benchmark
  public Outcome decide() {
    return decider.decide(claims.get(turn()));
  }

  /** Bytes in, facts out. */
  @Benchmark
  public Claim read() {
    return ClaimReader.read(requests.get(turn()), Language.ZH);
  }

  /** Decision in, bytes out. */
  @Benchmark
  public byte[] write() {
    return Json.bytes(DecisionView.of(decisions.get(turn()), Language.ZH));
  }

  /** The same bytes by the library alone, without a look at what they say: what a reader of the library's could save. */
  @Benchmark
  public JsonNode readTree() throws IOException {
    return LIBRARY.readTree(requests.get(turn()));
  }

  /** The same bytes as {@link #write} by the library alone, which finds the fields by itself. */
  @Benchmark
  public byte[] writeByLibrary() throws IOException {
    return LIBRARY.writeValueAsBytes(DecisionView.of(decisions.get(turn()), Language.ZH));
  }

  /** The same decision as {@link #decide} in a session of its own, by the engine's agenda, with its trace. */
  @Benchmark
  public Outcome decideInNewSession() {
    return decider.decide(claims.get(turn()), true);
  }

  private int turn() {
    next = next + 1 == claims.size() ? 0 : next + 1;
    return next;
  }
}
