package cn.tuodi.desk.record;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.desk.Changed;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.History;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.StoreCase;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lost or altered of the history is noticed by whoever starts afterwards, and older content does not decide. */
class ChronicleTest extends StoreCase {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");

  private PolicyStore store;

  /** Three publications: 0.96, back to the application's content, 0.96 again. */
  @BeforeEach
  void publishThree() {
    store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    publisher.again(Changed.EDITION, 0, null, AT_ONCE);
    publisher.again(Changed.EDITION, 1, null, AT_ONCE);
  }

  private Path own(String path) {
    return directory.resolve(".tuodi").resolve(path);
  }

  private Path record(int number) {
    return own(String.format("publications/%06d/publication.json", number));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private interface Change {
    void apply(ObjectNode record);
  }

  private void change(int number, Change change) throws IOException {
    ObjectNode record = (ObjectNode) JSON.readTree(Files.readAllBytes(record(number)));
    change.apply(record);
    Files.write(record(number), JSON.writeValueAsBytes(record));
  }

  private static void assertOthersDecide(PolicyStore store) {
    assertTrue(store.current().get().named(new EditionId("guizhou", 2023)).isPresent());
  }

  @Test
  @DisplayName("A history of which nothing is missing is whole, and its end is told")
  void whole() {
    History history = new History(open(), clock);
    assertAll(() -> assertEquals(List.of(), history.verify()),
        () -> assertEquals(3, history.end().orElseThrow().number()), () -> assertEquals(3, history.audit().size()),
        () -> assertTrue(
            history.audit().stream().allMatch(entry -> entry.standing() == AuditEntry.Standing.CHAINED)));
  }

  @Test
  @DisplayName("A publication lost in the middle is told by number; editions whose last one is there go on, nobody is ready")
  void middle() throws IOException {
    remove(record(2).getParent());
    PolicyStore again = open();
    assertAll(() -> assertFalse(again.state().isReady()), () -> assertFalse(again.state().isSound()),
        () -> assertTrue(again.state().fault().toString().contains("第 2 次发布的记录缺失"),
            () -> again.state().fault().toString()),
        () -> assertEquals(yuan("13440.00"), paid(again)),
        () -> assertEquals(Reason.DAMAGED,
            assertThrows(DeskRefusal.class,
                () -> new Publisher(again, new Desk(again, clock), clock).again(Changed.EDITION, 0, null, AT_ONCE))
                .reason()));
    assertOthersDecide(again);
  }

  @ParameterizedTest(name = "from {0} on")
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("Where the last publications are lost, their edition decides nothing, and others go on")
  void tail(int first) throws IOException {
    for (int number = first; number <= 3; number++) {
      remove(record(number).getParent());
    }
    PolicyStore again = open();
    assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(again)),
        () -> assertFalse(again.state().isReady()),
        () -> assertEquals(List.of(Changed.EDITION), again.state().unavailable()));
    assertOthersDecide(again);
  }

  @Test
  @DisplayName("A running service goes on by what it has read, and tells that it is gone; what comes back mends it")
  void goneWhileRunning() throws IOException {
    Path away = directory.resolve("away");
    Files.move(own("publications"), away);
    look(store);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertTrue(store.state().isReady()),
        () -> assertFalse(store.state().isSound()), () -> assertEquals(1, store.state().history().size()));
    PolicyStore other = open();
    assertFalse(other.state().isReady());
    Files.move(away, own("publications"));
    look(store);
    look(other);
    for (PolicyStore each : List.of(store, other)) {
      assertAll(() -> assertTrue(each.state().isReady()), () -> assertTrue(each.state().isSound()),
          () -> assertEquals(yuan("13440.00"), paid(each)));
    }
  }

  @Test
  @DisplayName("An emptied store, and one put back to an earlier state, are noticed by a witness or a number to be expected")
  void emptied() throws IOException {
    Path witness = directory.resolve("elsewhere");
    Safeguards watched = new Safeguards(witness, null);
    PolicyStore.at(directory, watched, clock);
    Head end = new History(store, clock).end().orElseThrow();
    remove(record(3).getParent());
    Files.delete(own("heads/000003.json"));
    assertAll(() -> assertTrue(open().state().isReady(), "nothing within the store tells of it"),
        () -> assertFalse(PolicyStore.at(directory, watched, clock).state().isReady()),
        () -> assertFalse(PolicyStore.at(directory, new Safeguards(null, Head.parsed("3")), clock).state().isReady()));
    remove(directory.resolve(".tuodi"));
    PolicyStore empty = PolicyStore.at(directory, watched, clock);
    assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(empty)),
        () -> assertFalse(
            PolicyStore.at(directory, new Safeguards(null, Head.parsed(end.toString())), clock).state().isReady()));
    assertOthersDecide(empty);
  }

  @ParameterizedTest(name = "record {0}")
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("A record that was altered since does not count, be it the last one")
  void altered(int number) throws IOException {
    change(number, record -> record.put("reason", "另一个理由"));
    PolicyStore again = open();
    assertAll(() -> assertFalse(again.state().isReady()),
        () -> assertTrue(again.state().fault().toString().contains(String.format("%06d", number)),
            () -> again.state().fault().toString()),
        () -> assertEquals(1, again.state().history().size(), again.state().history()::toString));
  }

  @ParameterizedTest(name = "record {0}")
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("A record that is altered while a service runs is told everywhere, and nothing is published on top of it")
  void alteredWhileRunning(int number) throws IOException {
    byte[] whole = Files.readAllBytes(record(number));
    String name = String.format(".tuodi/publications/%06d/publication.json", number);
    History history = new History(store, clock);
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.97), "李明", null);
    change(number, record -> record.put("reason", "另一个理由"));
    for (boolean looked : new boolean[] {false, true}) {
      if (looked) {
        store.refresh();
      }
      assertAll(
          () -> assertEquals(Reason.DAMAGED,
              assertThrows(DeskRefusal.class, () -> publisher.publish(draft.id(), AT_ONCE)).reason()),
          () -> assertEquals(Reason.DAMAGED, assertThrows(DeskRefusal.class,
              () -> publisher.again(Changed.EDITION, 0, null, AT_ONCE)).reason()));
    }
    assertAll(() -> assertFalse(store.state().isSound()), () -> assertTrue(store.state().isReady()),
        () -> assertEquals(name, store.state().fault().file()),
        () -> assertEquals(List.of(name), store.state().history().stream().map(Finding::file).toList()),
        () -> assertEquals(yuan("13440.00"), paid(store)),
        () -> assertEquals("按新文件调整", history.publication(number).publication().reason()),
        () -> assertEquals(Integer.toString(number), history.damaged().get(0).name()),
        () -> assertEquals(AuditEntry.Standing.MISSING, history.audit().get(number - 1).standing()));
    Files.write(record(number), "{".getBytes(StandardCharsets.UTF_8));
    store.refresh();
    assertTrue(store.state().fault().zh().contains("无法读取"), store.state().fault()::zh);
    Files.write(record(number), whole);
    store.refresh();
    assertAll(() -> assertTrue(store.state().isSound()), () -> assertEquals(List.of(), history.damaged()),
        () -> assertEquals(4, publisher.publish(draft.id(), AT_ONCE).number()));
  }

  @ParameterizedTest(name = "the end is noted: {0}, {1} of them")
  @CsvSource({"true, 1", "true, 2", "false, 1", "false, 2"})
  @DisplayName("A record that somebody puts behind the last one is told itself, does not count, and is forgotten once it is gone")
  void strange(boolean noted, int count) throws IOException {
    if (!noted) {
      remove(own("heads"));
    }
    for (int number = 4; number < 4 + count; number++) {
      Files.createDirectories(record(number).getParent());
      String previous = number == 4 ? "0".repeat(64) : Chain.link(records(), number);
      Files.copy(record(2), record(number));
      int forged = number;
      change(number, record -> record.put("number", forged).put("after", forged - 1).put("previous", previous));
    }
    // Without a note of the end only who was there before knows what belongs to it.
    List<PolicyStore> all = noted ? List.of(store, open()) : List.of(store);
    for (PolicyStore each : all) {
      look(each);
      assertAll(
          () -> assertEquals(IntStream.range(4, 4 + count)
              .mapToObj(number -> String.format(".tuodi/publications/%06d/publication.json", number)).toList(),
              each.state().history().stream().map(Finding::file).toList()),
          () -> assertTrue(each.state().fault().zh().contains("不衔接"), each.state().fault()::zh),
          () -> assertEquals(yuan("13440.00"), paid(each)), () -> assertTrue(each.state().isReady()),
          () -> assertEquals(3 + count, new History(each, clock).audit().size()),
          () -> assertEquals(Reason.DAMAGED, assertThrows(DeskRefusal.class,
              () -> new Publisher(each, new Desk(each, clock), clock).again(Changed.EDITION, 0, null, AT_ONCE))
              .reason()));
    }
    for (int number = 4; number < 4 + count; number++) {
      remove(record(number).getParent());
    }
    for (PolicyStore each : all) {
      each.refresh();
      assertAll(() -> assertTrue(each.state().isSound()), () -> assertTrue(each.state().isReady()));
      new Publisher(each, new Desk(each, clock), clock).again(Changed.EDITION, 0, null, AT_ONCE);
      new Publisher(each, new Desk(each, clock), clock).again(Changed.EDITION, 1, null, AT_ONCE);
    }
  }

  private SortedMap<Integer, PublishedRecord> records() throws IOException {
    SortedMap<Integer, PublishedRecord> records = new TreeMap<>();
    for (int number = 1; Files.exists(record(number)); number++) {
      records.put(number, RecordFiles.read(record(number).getParent()));
    }
    return records;
  }

  @Test
  @DisplayName("An altered record that is restored is whole again without a restart")
  void restored() throws IOException {
    byte[] whole = Files.readAllBytes(record(2));
    change(2, record -> record.put("reason", "另一个理由"));
    PolicyStore again = open();
    assertFalse(again.state().isReady());
    Files.write(record(2), whole);
    again.refresh();
    assertAll(() -> assertTrue(again.state().isReady()), () -> assertTrue(again.state().isSound()));
  }

  @Test
  @DisplayName("Of a long history every look reads a part again, until an altered record is found")
  void longHistory() throws IOException {
    int last = 250;
    for (int number = 4; number <= last; number++) {
      int after = number - 1;
      Files.createDirectories(record(number).getParent());
      Files.copy(record(2), record(number));
      change(number,
          record -> record.put("number", after + 1).put("after", after).remove(List.of("format", "previous")));
    }
    store.refresh();
    assertTrue(store.state().isSound());
    change(last - 50, record -> record.put("reason", "另一个理由"));
    int looks = 0;
    while (store.state().isSound() && looks < 4) {
      store.refresh();
      looks++;
    }
    int needed = looks;
    assertAll(() -> assertFalse(store.state().isSound()), () -> assertTrue(needed > 1, "not all at once"));
    store.refresh();
    assertFalse(store.state().isSound(), "what was found stays found");
  }

  @Test
  @DisplayName("A loss in the middle that is put on record takes no record before it along, and the chain goes on to be watched")
  void acceptedInTheMiddle() throws IOException {
    change(2, record -> record.put("reason", "另一个理由"));
    PolicyStore again = open();
    assertEquals(Set.of(2), new History(again, clock).acceptLoss("李明", "磁盘损坏，无备份"));
    look(again);
    look(store);
    assertAll(() -> assertTrue(again.state().isSound(), () -> again.state().history().toString()),
        () -> assertTrue(store.state().isSound(), () -> store.state().history().toString()),
        () -> assertEquals(yuan("13440.00"), paid(again)), () -> assertEquals(yuan("13440.00"), paid(store)));
    new Publisher(store, new Desk(store, clock), clock).again(Changed.EDITION, 0, null, AT_ONCE);
    assertTrue(open().state().isSound());
    change(3, record -> record.put("reason", "另一个理由"));
    assertTrue(open().state().fault().file().contains("000003"));
  }

  @Test
  @DisplayName("Records of an earlier program are read, and taken into the chain by the next one")
  void earlierProgram() throws IOException {
    for (int number = 1; number <= 3; number++) {
      change(number, record -> record.remove(List.of("format", "previous")));
    }
    remove(own("heads"));
    PolicyStore again = open();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(again)), () -> assertTrue(again.state().isReady()));
    new Publisher(again, new Desk(again, clock), clock).again(Changed.EDITION, 0, null, AT_ONCE);
    History history = new History(open(), clock);
    assertEquals(
        List.of(AuditEntry.Standing.UNCHAINED, AuditEntry.Standing.UNCHAINED, AuditEntry.Standing.UNCHAINED,
            AuditEntry.Standing.CHAINED),
        history.audit().stream().map(AuditEntry::standing).toList());
    change(2, record -> record.put("reason", "另一个理由"));
    assertFalse(open().state().isReady());
  }

  @Test
  @DisplayName("An earlier program may publish in between: its record is unchained, and the chain goes on over it")
  void mixedPrograms() throws IOException {
    Files.createDirectories(record(4).getParent());
    Files.copy(record(2), record(4));
    change(4, record -> record.put("number", 4).put("after", 3).remove(List.of("format", "previous")));
    store.refresh();
    assertEquals(yuan("13300.00"), paid(store));
    new Publisher(store, new Desk(store, clock), clock).again(Changed.EDITION, 1, null, AT_ONCE);
    assertAll(() -> assertTrue(open().state().isSound()), () -> assertEquals(yuan("13440.00"), paid(open())));
  }

  @Test
  @DisplayName("A record in a form that this program does not know is told as such, and nobody is ready")
  void newerProgram() throws IOException {
    change(3, record -> record.put("format", 99).put("workbooks", "elsewhere"));
    Files.delete(own("heads/000003.json"));
    PolicyStore again = open();
    assertAll(() -> assertFalse(again.state().isReady()),
        () -> assertTrue(again.state().fault().toString().contains("newer program (form 99"),
            () -> again.state().fault().toString()),
        () -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(again)));
  }

  @Test
  @DisplayName("A loss that is put on record makes an end of it; no number is given twice, and the audit keeps it")
  void acceptedLoss() throws IOException {
    remove(record(3).getParent());
    PolicyStore again = open();
    new History(again, clock).acceptLoss("李明", "磁盘损坏，无备份");
    again.refresh();
    assertAll(() -> assertTrue(again.state().isReady()), () -> assertEquals(yuan("13300.00"), paid(again)));
    Publication next =
        new Publisher(again, new Desk(again, clock), clock).again(Changed.EDITION, 1, null, AT_ONCE);
    assertEquals(4, next.number());
    PolicyStore third = open();
    AuditEntry lost = new History(third, clock).audit().get(2);
    assertAll(() -> assertTrue(third.state().isSound()), () -> assertEquals(yuan("13440.00"), paid(third)),
        () -> assertEquals(AuditEntry.Standing.LOST, lost.standing()),
        () -> assertEquals("磁盘损坏，无备份", lost.loss().reason()));
  }

  @Test
  @DisplayName("A publication at once is in force for whoever reads it, whatever their clock says, and skew is told")
  void clocksDiffer() {
    Hands ahead = new Hands();
    ahead.move(Duration.ofHours(5));
    PolicyStore other = PolicyStore.at(directory, ahead);
    new Publisher(other, new Desk(other, ahead), ahead).again(Changed.EDITION, 0, null, AT_ONCE);
    store.refresh();
    assertAll(() -> assertEquals(yuan("13300.00"), paid(store)),
        () -> assertTrue(store.state().notices().get(0).zh().contains("校准时钟")));
    new Publisher(store, new Desk(store, clock), clock).again(Changed.EDITION, 1, null, AT_ONCE);
    other.refresh();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(other)), () -> assertEquals(yuan("13440.00"), paid(store)),
        () -> assertTrue(store.state().isSound()));
  }
}
