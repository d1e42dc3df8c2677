package cn.tuodi.spark;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.batch.ClaimSequence;
import cn.tuodi.batch.LineReader;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.GainBand;
import cn.tuodi.simulation.PolicySide;
import cn.tuodi.simulation.Simulation;
import cn.tuodi.simulation.Sums;
import cn.tuodi.simulation.Tally;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.PortfolioTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portfolios decided by a real Spark in this process. */
class PortfolioRunTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SPLIT = "mapreduce.input.fileinputformat.split.maxsize";
  private static SparkSession session;

  @TempDir
  private Path folder;

  @BeforeAll
  static void start() {
    session = SparkSession.builder().master("local[2]").appName("test").config("spark.ui.enabled", false)
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .config("spark.sql.shuffle.partitions", 2).getOrCreate();
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @BeforeEach
  void wholeFiles() {
    session.sparkContext().hadoopConfiguration().unset(SPLIT);
  }

  @Test
  @DisplayName("Every line is answered with the bytes of a batch, however it is split, dealt and spread over files")
  void likeABatch() throws IOException {
    List<String> lines = new ArrayList<>(Portfolios.sample("guangxi/2022", 700, 1));
    Portfolios.sample("guizhou/2023", 300, 2).forEach(line -> lines.add(line.replace("SAMPLE-", "OTHER-")));
    lines.add(7, "{\"claimId\": ");
    lines.add(8, "");
    lines.add(9, "x".repeat(70_000));
    lines.add(lines.get(10));
    lines.add(lines.get(20).replaceFirst("\"personId\":\"[^\"]*\",?", ""));
    Path whole = Portfolios.write(folder.resolve("whole/claims.ndjson"), lines);
    Portfolios.write(folder.resolve("parts/a.ndjson"), lines.subList(0, 500));
    Portfolios.write(folder.resolve("parts/b.ndjson"), lines.subList(500, lines.size()));
    List<String> expected = batch(byPersonAndDate(lines));

    assertLines(expected, Portfolios.lines(decide(whole, "one", 1), "decisions.ndjson.gz"));
    session.sparkContext().hadoopConfiguration().setLong(SPLIT, 40_000);
    assertLines(expected, Portfolios.lines(decide(whole, "many", 5), "decisions.ndjson.gz"));
    assertLines(expected, Portfolios.lines(decide(folder.resolve("parts"), "parts", 3), "decisions.ndjson.gz"));
    JsonNode one = result(folder.resolve("one"));
    JsonNode many = result(folder.resolve("many"));
    assertAll(() -> assertEquals(2, one.get("unreadable").asInt()), () -> assertEquals(1002, one.get("claims").asInt()),
        () -> assertEquals(1, one.get("repeated").asInt()),
        () -> assertEquals(one.get("after"), many.get("after"), "sums do not depend on slices"),
        () -> assertEquals(8, one.at("/examples/0/line").asInt()));
  }

  @Test
  @DisplayName("Bills that come in any order are decided by person and date")
  void sorted() throws IOException {
    List<String> lines = Portfolios.sample("guangxi/2022", 400, 3);
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(1));
    Path one = Portfolios.write(folder.resolve("a/claims.ndjson"), lines);
    Path other = Portfolios.write(folder.resolve("b/claims.ndjson"), shuffled);
    JsonNode sums = result(decide(one, "one", 2)).get("after");
    assertTrue(sums.at("/totals/medicalAssistance").decimalValue().signum() > 0);
    assertEquals(sums, result(decide(other, "other", 2)).get("after"));
  }

  @Test
  @DisplayName("Two policies differ by what a simulation of the same portfolio finds, to the fen")
  void likeASimulation() throws IOException {
    List<String> lines = new ArrayList<>(Portfolios.sample("guangxi/2022", 900, 4));
    lines.add(100, "no claim");
    Path claims = Portfolios.write(folder.resolve("claims.ndjson"), lines);
    Path out = folder.resolve("out");
    run(options(claims, out, 4), List.of("guangxi/2021", "guangxi/2022"), true);
    JsonNode found = result(out);

    Tally simulated = new Simulation(new PolicySide("a", Portfolios.edition("guangxi/2021"), true),
        new PolicySide("b", Portfolios.edition("guangxi/2022"), true), 2)
        .run(PortfolioSource.file(PortfolioSource.Kind.NDJSON, claims, Language.ZH), (claim, done, all) -> {},
            () -> false);
    Sums before = simulated.before().sums();
    Sums after = simulated.after().sums();
    assertAll(() -> assertEquals(simulated.claims(), found.get("claims").asLong()),
        () -> assertEquals(1, found.get("unreadable").asInt()),
        () -> assertEquals(simulated.claimsChanged(), found.get("changed").asLong()),
        () -> assertEquals(simulated.underReview(), found.get("underReview").asLong()),
        () -> assertEquals(simulated.onlyBefore(), found.get("onlyBefore").asLong()),
        () -> assertEquals(simulated.onlyAfter(), found.get("onlyAfter").asLong()),
        () -> assertEquals(yuan(before.medicalAssistance().inFen()),
            found.at("/before/totals/medicalAssistance").decimalValue().setScale(2)),
        () -> assertEquals(yuan(after.personal().inFen()),
            found.at("/after/totals/personal").decimalValue().setScale(2)),
        () -> assertEquals(simulated.after().groups().size(), found.at("/after/byClassAndCare").size()),
        () -> assertEquals(simulated.people().unchanged(), found.at("/people/unchanged").asLong()),
        () -> assertEquals(yuan(simulated.people().lost().inFen()),
            found.at("/people/lost").decimalValue().setScale(2)));
    for (GainBand band : GainBand.values()) {
      assertEquals(simulated.people().gaining(band), found.at("/people/gaining/" + band).asLong(), band.name());
    }
    adjustmentsAddUp(out, before, after);
  }

  /** What is adjusted person by person is the difference of the sums. */
  private static void adjustmentsAddUp(Path out, Sums before, Sums after) throws IOException {
    BigDecimal personal = BigDecimal.ZERO;
    BigDecimal assistance = BigDecimal.ZERO;
    for (String line : Portfolios.lines(out, "adjustments.ndjson.gz")) {
      JsonNode difference = JSON.readTree(line).get("difference");
      personal = personal.add(difference.get("personal").decimalValue());
      assistance = assistance.add(difference.get("medicalAssistance").decimalValue());
    }
    assertEquals(yuan(after.personal().minus(before.personal()).inFen()), personal.setScale(2));
    assertEquals(yuan(after.medicalAssistance().minus(before.medicalAssistance()).inFen()), assistance.setScale(2));
    assertTrue(Portfolios.lines(out, "differences.ndjson.gz").stream().anyMatch(line -> line.contains("decisionId")));
  }

  @Test
  @DisplayName("A job that was ended goes on: what is done stays, the rest comes out as if it had never been ended")
  void goesOn() throws IOException {
    Path claims = Portfolios.write(folder.resolve("claims.ndjson"), Portfolios.sample("guizhou/2023", 400, 5));
    Path whole = decide(claims, "whole", 4);
    Path ended = decide(claims, "ended", 4);
    Files.delete(ended.resolve("result.json"));
    delete(ended.resolve("slices/000002"));
    Files.createDirectories(ended.resolve("_writing/000002-half"));
    Files.writeString(ended.resolve("_writing/000002-half/decisions.ndjson.gz"), "half");
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(ended.resolve("slices/000001/sums.json"), longAgo);

    run(options(claims, ended, null), allEditions(), false);
    assertAll(() -> assertEquals(result(whole).get("after"), result(ended).get("after")),
        () -> assertLines(Portfolios.lines(whole, "decisions.ndjson.gz"),
            Portfolios.lines(ended, "decisions.ndjson.gz")),
        () -> assertEquals(longAgo, Files.getLastModifiedTime(ended.resolve("slices/000001/sums.json"))),
        () -> assertTrue(Files.notExists(ended.resolve("_writing"))));
  }

  @Test
  @DisplayName("Results of other claims, policies or slices never come into one folder")
  void otherJob() throws IOException {
    List<String> lines = Portfolios.sample("guizhou/2023", 20, 6);
    Path claims = Portfolios.write(folder.resolve("claims.ndjson"), lines);
    Path out = decide(claims, "out", 2);
    assertThrows(JobRefusal.class, () -> run(options(claims, out, 3), allEditions(), false));
    assertThrows(JobRefusal.class, () -> run(options(claims, out, 2), List.of("guizhou/2023"), false));
    Portfolios.write(claims, lines.subList(0, 19));
    JobRefusal refused =
        assertThrows(JobRefusal.class, () -> run(options(claims, out, 2), allEditions(), false));
    assertTrue(refused.getMessage().contains("--out"), refused.getMessage());
    assertEquals(20, Portfolios.lines(out, "decisions.ndjson.gz").size());
  }

  @Test
  @DisplayName("Tables and Parquet, nested or flat, say the same as JSON; what a column lacks is not stated")
  void formats() throws IOException {
    byte[] table = PortfolioTemplate.csv();
    Path csv = Files.write(Files.createDirectories(folder.resolve("csv")).resolve("claims.csv"), table);
    List<String> expected = Portfolios.lines(decide(csv, "csv-out", 2), "decisions.ndjson.gz");
    assertTrue(expected.stream().allMatch(line -> line.contains("decisionId")), expected.toString());

    session.read().option("header", true).csv(csv.toString()).coalesce(1).write()
        .parquet(folder.resolve("flat").toString());
    assertLines(expected,
        Portfolios.lines(decide(folder.resolve("flat"), "flat-out", 2, PortfolioFormat.PARQUET),
            "decisions.ndjson.gz"));

    List<String> lines = Portfolios.sample("guangxi/2022", 60, 7);
    Path json = Portfolios.write(folder.resolve("claims.ndjson"), lines);
    session.read().json(json.toString()).withColumn("serviceDate", functions.col("serviceDate").cast("date"))
        .coalesce(1).write().parquet(folder.resolve("nested").toString());
    assertLines(Portfolios.lines(decide(json, "json-out", 2), "decisions.ndjson.gz"),
        Portfolios.lines(decide(folder.resolve("nested"), "nested-out", 2, PortfolioFormat.PARQUET),
            "decisions.ndjson.gz"));
  }

  @Test
  @DisplayName("A person with ten thousand bills is decided bill after bill, as by a batch")
  void oneWithMany() throws IOException {
    String bill = Portfolios.sample("guangxi/2022", 1, 8).get(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      lines.add(bill.replaceFirst("SAMPLE-\\d+", "MANY-" + i));
    }
    Path claims = Portfolios.write(folder.resolve("claims.ndjson"), lines);
    Path out = decide(claims, "out", 2);
    assertLines(batch(lines), Portfolios.lines(out, "decisions.ndjson.gz"));
  }

  @Test
  @DisplayName("What cannot be done is refused with what is wrong, and leaves no folder")
  void refused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.ndjson"));
    Path unsound = Files.writeString(folder.resolve("unsound.csv"), "claimId,colour\n1,red\n");
    Path out = folder.resolve("out");
    for (Path claims : List.of(empty, folder.resolve("nothing.ndjson"))) {
      assertThrows(JobRefusal.class, () -> run(options(claims, out, 2), allEditions(), false));
    }
    assertTrue(Files.notExists(out));
    JobRefusal refused =
        assertThrows(JobRefusal.class, () -> run(options(unsound, out, 2), allEditions(), false));
    assertTrue(refused.getMessage().contains("colour"), refused.getMessage());
    assertThrows(JobRefusal.class,
        () -> new PolicyArguments(options(empty, out, 2)).policy("nowhere/2022"));
    StringWriter said = new StringWriter();
    int code = TuodiJob.commandLine().setErr(new PrintWriter(said)).execute("decide", "nowhere/2022", "--claims",
        unsound.toString(), "--out", out.toString());
    assertEquals(2, code);
    assertTrue(said.toString().contains("nowhere/2022"), said.toString());
  }

  /** The same lines; only the first that differs is told. */
  private static void assertLines(List<String> expected, List<String> found) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      assertEquals(expected.get(i), found.get(i));
    }
    assertEquals(expected.size(), found.size());
  }

  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }

  private static List<String> allEditions() {
    return EditionArchive.load().editions().stream().map(edition -> edition.id().toString()).sorted().toList();
  }

  private Path decide(Path claims, String out, int slices) throws IOException {
    return decide(claims, out, slices, null);
  }

  private Path decide(Path claims, String out, int slices, PortfolioFormat format) throws IOException {
    JobOptions options = options(claims, folder.resolve(out), slices);
    options.format = format;
    run(options, allEditions(), false);
    return folder.resolve(out);
  }

  private static JobOptions options(Path claims, Path out, Integer slices) {
    JobOptions options = new JobOptions();
    options.claims = claims.toString();
    options.out = out.toString();
    options.slices = slices;
    options.language = Language.ZH;
    return options;
  }

  private static void run(JobOptions options, List<String> policies, boolean compared) throws IOException {
    PolicyArguments arguments = new PolicyArguments(options);
    new PortfolioRun(options, policies.stream().map(arguments::policy).toList(), compared, compared)
        .run(session, new PrintWriter(new StringWriter()));
  }

  private static JsonNode result(Path out) throws IOException {
    return JSON.readTree(Files.readAllBytes(out.resolve("result.json")));
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertNotEquals(true, Files.exists(path));
  }

  /** Numbered lines, those of one person together; what has no person stays where it is. */
  private static List<LineReader.Line> byPersonAndDate(List<String> lines) {
    List<LineReader.Line> numbered = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        byte[] bytes = lines.get(i).getBytes(StandardCharsets.UTF_8);
        numbered.add(new LineReader.Line(i + 1, bytes.length > LineReader.MAX_LINE ? null : bytes));
      }
    }
    // a bill that comes again stands behind the others of its person, who come one after the other
    LineReader.Line again = numbered.remove(numbered.size() - 2);
    String person = person(again);
    int last = 0;
    for (int i = 0; i < numbered.size(); i++) {
      if (person.equals(person(numbered.get(i)))) {
        last = i;
      }
    }
    int at = last;
    while (at > 0 && person.equals(person(numbered.get(at))) && date(numbered.get(at)).compareTo(date(again)) > 0) {
      at--;
    }
    numbered.add(at + 1, again);
    return numbered;
  }

  private static String person(LineReader.Line line) {
    return found(line, "personId");
  }

  private static String date(LineReader.Line line) {
    return found(line, "serviceDate");
  }

  private static String found(LineReader.Line line, String field) {
    String text = line.bytes() == null ? "" : new String(line.bytes(), StandardCharsets.UTF_8);
    int at = text.indexOf("\"" + field + "\":\"");
    return at < 0 ? "" : text.substring(at + field.length() + 4, text.indexOf('"', at + field.length() + 4));
  }

  private static List<String> batch(List<?> lines) {
    ClaimSequence sequence = new ClaimSequence(new AssistanceDecider(new Catalogue(EditionArchive.load().editions())),
        Language.ZH);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineReader.Line line = lines.get(i) instanceof LineReader.Line numbered ? numbered
          : new LineReader.Line(i + 1, lines.get(i).toString().getBytes(StandardCharsets.UTF_8));
      answers.add(new String(sequence.answer(line).bytes(), StandardCharsets.UTF_8));
    }
    return answers.stream().sorted().toList();
  }
}
