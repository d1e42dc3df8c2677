package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder of its own, with a clock that the test moves. */
public abstract class StoreCase {

  private static final Claim CLAIM = claim();

  @TempDir
  protected Path directory;

  protected final Hands clock = new Hands();

  /** A clock that stands still until it is moved. */
  public static final class Hands extends Clock {

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    public void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  protected PolicyStore open() {
    return PolicyStore.at(directory, clock);
  }

  /** Two looks: one that sees a change, one that sees it settled. */
  protected static void look(PolicyStore store) {
    store.refresh();
    store.refresh();
  }

  /** What the example claim is paid: 14,000 yuan at the rate of its row. */
  protected static BigDecimal paid(PolicyStore store) {
    return assertInstanceOf(Decision.class, new AssistanceDecider(store.current()).decide(CLAIM)).totals()
        .medicalAssistance()
        .inYuan();
  }

  /** Why the example claim is not decided. */
  protected static RefusalCode refusal(PolicyStore store) {
    return assertInstanceOf(Refusal.class, new AssistanceDecider(store.current()).decide(CLAIM)).code();
  }

  protected static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }

  protected Path put(String path, byte[] content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected static EditionState state(PolicyStore store) {
    return store.state().of(Changed.EDITION).orElseThrow();
  }

  private static Claim claim() {
    try (InputStream in = Files.newInputStream(Path.of("src/main/resources/examples/guangxi.json"))) {
      return ClaimReader.read(in.readAllBytes(), Language.ZH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
