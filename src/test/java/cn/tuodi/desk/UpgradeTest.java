package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.inforce.Origin;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.table.Finding;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A store that another program has written: 0.96 is published, the application pays 0.95. */
class UpgradeTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");
  private static final String RECORD = ".tuodi/publications/000001/publication.json";
  private static final String EXAMPLES = ".tuodi/publications/000001/examples.ndjson.gz";

  @BeforeEach
  void publish() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    new Publisher(store, desk, clock).publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("A program that decides as the one before does goes on; what was decided in examples lies with the record")
  void goesOn() throws IOException {
    PolicyStore store = open();
    List<String> examples = examples();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertTrue(store.state().isReady()),
        () -> assertTrue(examples.size() > 100, () -> "examples: " + examples.size()),
        () -> assertTrue(examples.stream().anyMatch(line -> line.contains("DECIDED criticalIllness="))));
  }

  @Test
  @DisplayName("A program that would pay otherwise decides nothing by it, says so, and goes on once it is published again")
  void paysOtherwise() throws IOException {
    rewrite(examples().stream().map(line -> line.replaceFirst("medicalAssistance=[0-9.]+", "medicalAssistance=0.01"))
        .toList());
    PolicyStore store = open();
    List<Finding> findings = state(store).rejected().findings();
    assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(store)),
        () -> assertFalse(store.state().isReady()),
        () -> assertTrue(findings.get(0).zh().contains("第 1 次发布") && findings.get(0).zh().contains("=0.01"),
            findings::toString));
    new Publisher(store, new Desk(store, clock), clock).again(Changed.EDITION, 1, null, AT_ONCE);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertTrue(store.state().isReady()),
        () -> assertTrue(open().state().isReady()));
  }

  @Test
  @DisplayName("Where what it decided is gone or altered, nothing decides")
  void examplesGone() throws IOException {
    Files.write(directory.resolve(EXAMPLES), new byte[] {1});
    assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(open()));
    assertEquals(1, new History(open(), clock).verify().size());
    Files.delete(directory.resolve(EXAMPLES));
    PolicyStore store = open();
    assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(store)),
        () -> assertFalse(store.state().isReady()));
  }

  @Test
  @DisplayName("A record of an earlier program, which kept no examples, decides by its workbooks")
  void earlierRecord() throws IOException {
    record(record -> record.putNull("examples"));
    PolicyStore store = open();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertTrue(store.state().isReady()));
  }

  @Test
  @DisplayName("A published workbook that the program refuses is not replaced by the application's; history and desk go on")
  void refusedWorkbook() throws IOException {
    byte[] refused = Changed.rate(1.2);
    put(".tuodi/workbooks/" + Digest.of(refused) + ".xlsx", refused);
    record(record -> ((ObjectNode) record.get("workbooks")).put(Changed.TABLE.workbook(), Digest.of(refused)));
    for (PolicyStore store : List.of(open(), open())) {
      look(store);
      assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(store)),
          () -> assertFalse(store.state().isReady()), () -> assertTrue(state(store).isUnavailable()),
          () -> assertEquals("L5", state(store).rejected().findings().get(0).cell()));
    }
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    History history = new History(store, clock);
    assertEquals(Digest.of(refused),
        Digest.of(history.workbook(history.publication(1).publication(), Changed.TABLE.workbook())));
    Publisher publisher = new Publisher(store, desk, clock);
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertTrue(store.state().isReady()));
    publisher.again(Changed.EDITION, 0, null, AT_ONCE);
    assertEquals(Origin.APPLICATION, state(store).inForce().origin());
  }

  private List<String> examples() throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(directory.resolve(EXAMPLES))))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void rewrite(List<String> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(directory.resolve(EXAMPLES), bytes.toByteArray());
    record(record -> record.put("examples", Digest.of(bytes.toByteArray())));
  }

  /** The record as another program would have written it, which then noted another end of the history. */
  private void record(Consumer<ObjectNode> change) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    Path file = directory.resolve(RECORD);
    ObjectNode record = (ObjectNode) json.readTree(Files.readAllBytes(file));
    change.accept(record);
    Files.write(file, json.writeValueAsBytes(record));
    try (Stream<Path> heads = Files.list(directory.resolve(".tuodi/heads"))) {
      for (Path head : heads.toList()) {
        Files.delete(head);
      }
    }
  }
}
