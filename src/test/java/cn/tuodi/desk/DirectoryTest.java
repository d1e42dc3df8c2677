package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.desk.file.StoreAccess;
import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.Origin;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks in a directory stand in for those of the application. */
class DirectoryTest extends StoreCase {

  private static final String FILE = "decision-tables/guangxi/2022/medical-assistance.xlsx";
  private static final String FLAT = "guangxi.2022.medical-assistance.xlsx";

  @Test
  @DisplayName("An empty directory leaves the editions of the application in force")
  void emptyDirectory() {
    PolicyStore store = open();
    assertAll(() -> assertEquals(EditionArchive.load().editions(), store.current().get().editions()),
        () -> assertTrue(store.state().isReady()), () -> assertTrue(store.state().isSound()));
  }

  @Test
  @DisplayName("One workbook in the directory replaces its namesake, the others stay those of the application")
  void partialOverride() {
    put(FILE, Changed.rate(0.96));
    PolicyStore store = open();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)),
        () -> assertEquals(Origin.DIRECTORY, state(store).inForce().origin()),
        () -> assertEquals(4, store.current().get().editions().size()));
  }

  @Test
  @DisplayName("A file is named by region and year where folders cannot be")
  void flatNames() {
    put(FLAT, Changed.rate(0.96));
    assertEquals(yuan("13440.00"), paid(open()));
  }

  @Test
  @DisplayName("A change is taken up when two looks running see the same, and other editions stay the same objects")
  void changeIsTakenUp() {
    PolicyStore store = open();
    Catalogue before = store.current().get();
    put(FILE, Changed.rate(0.96));
    store.refresh();
    assertEquals(yuan("13300.00"), paid(store));
    store.refresh();
    assertEquals(yuan("13440.00"), paid(store));
    EditionId other = new EditionId("guizhou", 2023);
    assertSame(before.named(other).orElseThrow(), store.current().get().named(other).orElseThrow());
  }

  @Test
  @DisplayName("A look without a change replaces nothing")
  void nothingChanged() {
    put(FILE, Changed.rate(0.96));
    PolicyStore store = open();
    Catalogue before = store.current().get();
    look(store);
    assertSame(before, store.current().get());
  }

  @Test
  @DisplayName("A workbook that is not sound leaves the last good version in force and is told with its place")
  void brokenWorkbook() throws IOException {
    put(FILE, Changed.rate(0.96));
    PolicyStore store = open();
    clock.move(Duration.ofHours(1));
    put(FILE, Changed.rate(1.2));
    look(store);
    EditionState state = state(store);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertFalse(store.state().isSound()),
        () -> assertTrue(store.state().isReady()),
        () -> assertEquals(clock.instant(), state.rejected().since()),
        () -> assertEquals("L5", state.rejected().findings().get(0).cell()),
        () -> assertEquals(clock.instant().minus(Duration.ofHours(1)), state.inForce().since()));
    Files.delete(directory.resolve(FILE));
    look(store);
    assertAll(() -> assertEquals(yuan("13300.00"), paid(store)), () -> assertNull(state(store).rejected()));
  }

  @Test
  @DisplayName("After a restart the last good version is in force, although the directory is no longer sound")
  void lastGoodSurvivesRestart() {
    put(FILE, Changed.rate(0.96));
    open();
    put(FILE, "no workbook".getBytes(StandardCharsets.UTF_8));
    PolicyStore again = open();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(again)), () -> assertNotNull(state(again).rejected()));
  }

  @Test
  @DisplayName("Where nothing else was in force before, nothing takes the place of what is not sound, and nobody is ready")
  void brokenFromTheBeginning() {
    put(FILE, Changed.rate(1.2));
    PolicyStore store = open();
    assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(store)),
        () -> assertNull(state(store).inForce()), () -> assertNotNull(state(store).rejected()),
        () -> assertTrue(state(store).isUnavailable()), () -> assertFalse(store.state().isReady()),
        () -> assertEquals(3, store.current().get().editions().size(), "others are not concerned"));
    put(FILE, Changed.rate(0.96));
    look(store);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertTrue(store.state().isReady()));
  }

  @Test
  @DisplayName("What was in force by the application stays so after a restart, although the directory is not sound")
  void applicationWasLastGood() {
    open();
    put(FILE, Changed.rate(1.2));
    PolicyStore again = open();
    assertAll(() -> assertEquals(yuan("13300.00"), paid(again)), () -> assertNotNull(state(again).rejected()),
        () -> assertTrue(again.state().isReady()), () -> assertFalse(again.state().isSound()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"guangxi.2021.premiums.xlsx", "decision-tables/guangxi/2021/premiums.xlsx",
      "decision-tables/guangxi/2021", "decision-tables/guizhou"})
  @DisplayName("What cannot be read concerns its own editions: others are published, decide, and do so after a restart")
  void unreadable(String path) throws IOException {
    PolicyStore store = open();
    Path link = directory.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("/nowhere/at/all"));
    look(store);
    EditionId concerned = new EditionId(path.contains("guizhou") ? "guizhou" : "guangxi",
        path.contains("guizhou") ? 2023 : 2021);
    Desk desk = new Desk(store, clock);
    Publication made = new Publisher(store, desk, clock).publish(
        desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(),
        new Publisher.Order("王芳", "x", null, "更正此前的错误"));
    for (PolicyStore each : List.of(store, open())) {
      EditionState state = each.state().of(concerned).orElseThrow();
      assertAll(() -> assertEquals(yuan("13440.00"), paid(each)),
          () -> assertEquals(made.number(), state(each).inForce().publication()),
          () -> assertEquals(Origin.APPLICATION, state.inForce().origin()),
          () -> assertTrue(state.rejected().findings().get(0).zh().startsWith("无法读取："), state::toString),
          () -> assertTrue(each.state().isReady()), () -> assertNull(each.state().fault()));
    }
  }

  @Test
  @DisplayName("A pipe among the workbooks is told and holds nobody up")
  void pipe() throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("mkfifo", directory.resolve(FLAT).toString()).start().waitFor());
    PolicyStore store = open();
    assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(store)),
        () -> assertFalse(StoreAccess.isHanging()));
  }

  @Test
  @DisplayName("A broken edition takes no other down")
  void othersStay() {
    put("decision-tables/guizhou/2023/medical-assistance.xlsx", new byte[0]);
    put(FILE, Changed.rate(0.96));
    assertEquals(yuan("13440.00"), paid(open()));
  }

  @Test
  @DisplayName("A new year is an edition of its own, with the rules of the region's nearest earlier year")
  void newYear() {
    year2023(LocalDate.of(2023, 1, 1));
    put("decision-tables/guangxi/2022/edition.xlsx", Changed.changed(Changed.built("edition.xlsx"), book -> {
      Changed.dropCases(book);
      Changed.date(book, "版本", "E4", LocalDate.of(2022, 12, 31));
    }));
    PolicyStore store = open();
    assertTrue(store.state().isSound(), () -> store.state().editions().toString());
    assertEquals(new EditionId("guangxi", 2023),
        store.current().get().find("450100", LocalDate.of(2023, 5, 1)).id());
  }

  @Test
  @DisplayName("An edition that overlaps another is refused, and the other stays in force")
  void overlap() {
    year2023(LocalDate.of(2022, 6, 1));
    PolicyStore store = open();
    EditionState state = store.state().of(new EditionId("guangxi", 2023)).orElseThrow();
    assertAll(() -> assertNull(state.inForce()),
        () -> assertTrue(state.rejected().findings().get(0).zh().contains("与 广西壮族自治区 2022 年版（")),
        () -> assertEquals(yuan("13300.00"), paid(store)));
  }

  private void year2023(LocalDate from) {
    EditionArchive.sources(Changed.EDITION).workbooks().forEach((name, content) -> put(
        "decision-tables/guangxi/2023/" + name, !name.equals("edition.xlsx") ? content
            : Changed.changed(content, book -> {
              Changed.dropCases(book);
              Changed.cell(book, "版本", "B4").setCellValue(2023);
              Changed.date(book, "版本", "D4", from);
            })));
  }

  @Test
  @DisplayName("A mount that swaps a link to a whole folder, as Kubernetes does, is read through the link")
  void configMapMount() throws IOException {
    Files.createDirectories(directory.resolve("..2026_1"));
    Files.write(directory.resolve("..2026_1").resolve(FLAT), Changed.rate(0.96));
    Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026_1"));
    Files.createSymbolicLink(directory.resolve(FLAT), Path.of("..data", FLAT));
    PolicyStore store = open();
    assertEquals(yuan("13440.00"), paid(store));
    Files.createDirectories(directory.resolve("..2026_2"));
    Files.write(directory.resolve("..2026_2").resolve(FLAT), Changed.rate(0.97));
    Files.createSymbolicLink(directory.resolve("..data_tmp"), Path.of("..2026_2"));
    Files.move(directory.resolve("..data_tmp"), directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    look(store);
    assertEquals(yuan("13580.00"), paid(store));
  }

  @Test
  @DisplayName("A directory that is gone changes nothing and is told; when it is back it counts again")
  void directoryIsGone() throws IOException {
    Path file = put(FILE, Changed.rate(0.96));
    PolicyStore store = open();
    Path away = directory.resolveSibling(directory.getFileName() + "-away");
    Files.move(directory, away);
    look(store);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertNotNull(store.state().fault()),
        () -> assertTrue(store.state().isReady()));
    Files.move(away, directory);
    Files.write(file, Changed.rate(0.97));
    look(store);
    assertAll(() -> assertEquals(yuan("13580.00"), paid(store)), () -> assertNull(store.state().fault()));
  }

  @Test
  @DisplayName("Who starts with a directory that is not there is not ready")
  void noDirectory() {
    PolicyStore store = PolicyStore.at(directory.resolve("missing"), clock);
    assertFalse(store.state().isReady());
  }

  @Test
  @DisplayName("Lock files of office programs are passed over, workbooks of no edition are told")
  void otherFiles() {
    put("decision-tables/guangxi/2022/~$medical-assistance.xlsx", new byte[] {1});
    put("decision-tables/guangxi/2022/.hidden.xlsx", new byte[] {1});
    put("decision-tables/notes.xlsx", new byte[] {1});
    put("notes.xlsx", new byte[] {1});
    PolicyStore store = open();
    assertAll(() -> assertTrue(store.state().isSound()),
        () -> assertEquals(List.of("decision-tables/notes.xlsx", "notes.xlsx"), store.state().ignored()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"decision-tables/guangxi/2022/copy.xlsx", "decision-tables/guangxi/2022/医疗救助副本.xlsx",
      "guangxi.2022.a.xlsx"})
  @DisplayName("A workbook copied under another name is itself the finding, with the name that it should have")
  void copied(String path) {
    put(path, Changed.rate(0.96));
    PolicyStore store = open();
    List<Finding> findings = state(store).rejected().findings();
    String name = path.substring(Math.max(path.lastIndexOf('/') + 1, path.startsWith("guangxi.") ? 13 : 0));
    assertAll(() -> assertEquals(1, findings.size(), findings::toString),
        () -> assertEquals(name, findings.get(0).file()),
        () -> assertTrue(findings.get(0).en().endsWith("name the file medical-assistance.xlsx"), findings::toString),
        () -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(store)));
  }

  @Test
  @DisplayName("A copy whose name no workbook can have is told with what to do, and nothing of it is in force")
  void misnamed() {
    put("decision-tables/guangxi/2022/medical-assistance (1).xlsx", Changed.rate(0.96));
    PolicyStore store = open();
    Finding told = store.state().misplaced().get(0);
    assertAll(() -> assertEquals("decision-tables/guangxi/2022/medical-assistance (1).xlsx", told.file()),
        () -> assertTrue(told.zh().contains("未被采用") && told.en().startsWith("not used: ")),
        () -> assertEquals(yuan("13300.00"), paid(store)));
  }
}
