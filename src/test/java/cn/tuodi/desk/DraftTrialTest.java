package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.preview.PreviewJson;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.replay.DifferenceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One claim decided by a draft, beside the policy in force. */
class DraftTrialTest extends StoreCase {

  private PolicyStore store;
  private Desk desk;
  private Previews previews;

  @BeforeEach
  void openStore() {
    store = open();
    desk = new Desk(store, clock);
    previews = new Previews(store, desk, new History(store, clock), clock);
  }

  @Test
  @DisplayName("A changed rate is told with both amounts; nothing is changed by trying")
  void changed() {
    PreviewJson.TrialJson trial = tried(desk.begin(Changed.TABLE, Changed.rate(0.9), "李明", null), example("guangxi"));
    assertAll(() -> assertFalse(trial.identical()),
        () -> assertEquals(yuan("13300.00"), trial.inForce().totals().medicalAssistance().inYuan()),
        () -> assertEquals(yuan("12600.00"), trial.draft().totals().medicalAssistance().inYuan()),
        () -> assertTrue(
            trial.differences().stream().anyMatch(difference -> difference.kind() == DifferenceKind.AMOUNT)),
        () -> assertTrue(trial.differences().stream().noneMatch(difference -> difference.kind().isOfPolicy())),
        () -> assertEquals(yuan("13300.00"), paid(store)));
  }

  @Test
  @DisplayName("A draft that changes no amount, and a claim of another place, are decided the same both ways")
  void same() {
    Draft note = desk.begin(Changed.TABLE,
        Changed.changed(Changed.built(), book -> Changed.text(book, "救助待遇", "P5", "说明")), "李明", null);
    assertTrue(tried(note, example("guangxi")).identical());
    Draft rate = desk.begin(Changed.TABLE, Changed.rate(0.9), "李明", null);
    assertTrue(tried(rate, example("guizhou")).identical());
  }

  @Test
  @DisplayName("A day that only the draft covers is decided by the draft only, and one that neither covers by neither")
  void otherDays() {
    new Publisher(store, desk, clock).publish(
        desk.begin(Changed.EDITION, Map.of("edition.xlsx", Editions.ended()), "李明", null).id(),
        new Publisher.Order("王芳", "到期", null, "更正"));
    Draft next = desk.begin(new EditionId("guangxi", 2023), Editions.next(), "李明", null);
    PreviewJson.TrialJson after = tried(next, on("2026-07-01"));
    assertAll(() -> assertNull(after.inForce()),
        () -> assertEquals("NO_POLICY_IN_FORCE", after.inForceProblem().code()),
        () -> assertNotNull(after.draft()), () -> assertNull(after.draftProblem()),
        () -> assertFalse(after.identical()));
    assertTrue(tried(next, on("2026-06-30")).identical());
    PreviewJson.TrialJson none = tried(next, on("1999-01-01"));
    assertAll(() -> assertTrue(none.identical()), () -> assertNull(none.draft()), () -> assertNull(none.inForce()));
  }

  @Test
  @DisplayName("A draft that is not sound is not tried")
  void unsound() {
    Draft broken = desk.begin(Changed.TABLE, Changed.rate(1.2), "李明", null);
    assertEquals(Reason.NOT_SOUND,
        assertThrows(DeskRefusal.class, () -> previews.trial(broken, example("guangxi"))).reason());
  }

  private PreviewJson.TrialJson tried(Draft draft, Claim claim) {
    return PreviewJson.of(previews.trial(draft, claim), claim.claimId(), Language.ZH);
  }

  private static Claim example(String name) {
    return claim(text(name));
  }

  private static Claim on(String day) {
    return claim(text("guangxi").replace("2022-05-18", day));
  }

  private static String text(String name) {
    try {
      return Files.readString(Path.of("src/main/resources/examples/" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Claim claim(String json) {
    return ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.ZH);
  }
}
