package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.Origin;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.source.EditionId;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A store that the program wrote before its records were chained: 0.96 for Guangxi, a rate for Guizhou, Guangxi back to
 * what the application holds, 0.97 for Guangxi from 2030 on, and a draft.
 */
class EarlierStoreTest extends StoreCase {

  private static final Path STORE = Path.of("src/test/resources/store-1/.tuodi");
  private static final EditionId GUIZHOU = new EditionId("guizhou", 2023);
  private static final String DRAFT = "4079f38b-b655-4bb6-9b85-cb4a8517f0de";
  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");

  @BeforeEach
  void copy() {
    try (Stream<Path> files = Files.walk(STORE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put(".tuodi/" + STORE.relativize(file), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    clock.move(Duration.ofDays(30));
  }

  @Test
  @DisplayName("It is read: each edition decides by what was published of it, and what waits comes into force in its time")
  void reads() {
    PolicyStore store = open();
    assertTrue(store.state().isSound() && store.state().isReady(), store.state()::toString);
    assertEquals(yuan("13300.00"), paid(store));
    EditionState guizhou = store.state().of(GUIZHOU).orElseThrow();
    assertEquals(Origin.PUBLICATION, guizhou.inForce().origin());
    assertEquals(2, guizhou.inForce().publication());
    String built = BuiltEditions.CATALOGUE.named(GUIZHOU).orElseThrow().description().contentHash();
    assertNotEquals(built, guizhou.inForce().contentHash());
    clock.move(Duration.ofDays(2000));
    look(store);
    assertEquals(yuan("13580.00"), paid(store));
  }

  @Test
  @DisplayName("Its history says what became of every publication, and is verified without a finding")
  void history() {
    History history = new History(open(), clock);
    assertEquals(
        List.of(PublicationState.PENDING, PublicationState.IN_FORCE, PublicationState.IN_FORCE, PublicationState.PAST),
        history.all().stream().map(PublicationEntry::place).toList());
    assertEquals(List.of("桂医保发〔2026〕3号", "原文件有误", "黔医保发〔2026〕2号", "桂医保发〔2026〕1号"),
        history.all().stream().map(entry -> entry.publication().reason()).toList());
    assertEquals(List.of(), history.verify());
  }

  @Test
  @DisplayName("It is gone on with: its draft is there, what waits is withdrawn, another is published, and a restart decides by that")
  void goesOn() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    assertEquals(Changed.EDITION, desk.draft(DRAFT).edition());
    assertEquals(5, publisher.again(Changed.EDITION, 0, 4, AT_ONCE).number());
    assertEquals(6,
        publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE).number());
    PolicyStore again = open();
    assertTrue(again.state().isSound(), again.state()::toString);
    assertEquals(yuan("13440.00"), paid(again));
    assertEquals(List.of(), new History(again, clock).verify());
  }

  @Test
  @DisplayName("From the next publication on, its records are chained: one that is altered is told")
  void chained() throws IOException {
    PolicyStore store = open();
    new Publisher(store, new Desk(store, clock), clock).again(Changed.EDITION, 1, null, AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
    Path second = directory.resolve(".tuodi/publications/000002/publication.json");
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode record = (ObjectNode) json.readTree(Files.readAllBytes(second));
    Files.write(second, json.writeValueAsBytes(record.put("reason", "另一个文号")));
    assertFalse(new History(open(), clock).verify().isEmpty());
  }

  @Test
  @DisplayName("A record lost of it is told")
  void lost() throws IOException {
    Files.delete(directory.resolve(".tuodi/publications/000002/publication.json"));
    Files.delete(directory.resolve(".tuodi/publications/000002"));
    PolicyStore store = open();
    assertFalse(store.state().isReady() && store.state().isSound(), store.state()::toString);
  }
}
