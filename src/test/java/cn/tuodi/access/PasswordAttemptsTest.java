package cn.tuodi.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.access.PasswordAttempts.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordAttemptsTest {

  private final AtomicLong now = new AtomicLong();
  private final PasswordAttempts attempts = new PasswordAttempts(now::get);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<String> lookedAt = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

  /** One password is being looked at until the gate opens, so that the others wait. */
  @BeforeEach
  void occupy() {
    CountDownLatch begun = new CountDownLatch(1);
    attempts.add(new PasswordAttempts.Attempt("first", 0, "first", () -> {
      begun.countDown();
      await(gate);
      return false;
    }, verdict -> verdicts.put("first", verdict)));
    await(begun);
  }

  @AfterEach
  void close() {
    gate.countDown();
    attempts.close();
  }

  @Test
  @DisplayName("Of one address few passwords wait; the next is not looked at, and is told so at once")
  void fewOfOneCaller() {
    for (int i = 0; i < PasswordAttempts.MAX_OF_ONE_CALLER; i++) {
      tryOne("guesser", "guess " + i, 5, false);
    }
    tryOne("guesser", "one more", 5, false);
    assertEquals(Map.of("one more", Verdict.TOO_MANY), verdicts);
    tryOne("other", "right", 0, true);
    assertEquals(Map.of("one more", Verdict.TOO_MANY), verdicts, "somebody else may wait");
  }

  @Test
  @DisplayName("Who has waited for ten seconds is looked at; who has waited longer is told to try again, unlooked at")
  void longestWait() {
    CountDownLatch late = tryOne("a", "late", 0, true);
    now.addAndGet(1);
    CountDownLatch inTime = tryOne("b", "in time", 0, true);
    now.set(PasswordAttempts.MAX_WAIT + 1);
    gate.countDown();
    await(late);
    await(inTime);
    assertEquals(Verdict.TOO_MANY, verdicts.get("late"));
    assertEquals(Verdict.RIGHT, verdicts.get("in time"));
    assertEquals(List.of("in time"), lookedAt);
  }

  @Test
  @DisplayName("Callers take turns: who comes after sixteen guesses of another is the first but one")
  void turns() {
    for (int i = 0; i < PasswordAttempts.MAX_OF_ONE_CALLER; i++) {
      tryOne("guesser", "guess " + i, 0, false);
    }
    CountDownLatch told = tryOne("other", "right", 7, true);
    gate.countDown();
    await(told);
    assertEquals(Verdict.RIGHT, verdicts.get("right"));
    assertTrue(lookedAt.indexOf("right") <= 1, lookedAt.toString());
  }

  @Test
  @DisplayName("Who has not tried yet takes the place of who guesses on the same address, and comes first")
  void newcomer() {
    for (int i = 0; i < PasswordAttempts.MAX_OF_ONE_CALLER; i++) {
      tryOne("proxy", "guess " + i, 1 + i, false);
    }
    CountDownLatch told = tryOne("proxy", "right", 0, true);
    assertEquals(Map.of("guess 15", Verdict.TOO_MANY), verdicts, "who has tried most has to go");
    gate.countDown();
    await(told);
    assertEquals("right", lookedAt.get(0));
    assertEquals(Verdict.RIGHT, verdicts.get("right"));
  }

  @Test
  @DisplayName("However many addresses there are, no more wait than may, and a new one still finds a place")
  void manyCallers() {
    for (int caller = 0; caller < PasswordAttempts.MAX_WAITING / 2; caller++) {
      tryOne("caller " + caller, "one of " + caller, 1, false);
      tryOne("caller " + caller, "two of " + caller, 2, false);
    }
    assertEquals(Map.of(), verdicts);
    tryOne("newcomer", "right", 0, true);
    assertEquals(1, verdicts.size(), "one had to go");
    assertTrue(verdicts.keySet().iterator().next().startsWith("two of "), verdicts.toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("However many try the same password from one address at once, it is looked at once, and all are told; from another it is looked at again")
  void together(boolean isRight) {
    int all = 10 * PasswordAttempts.MAX_WAITING;
    CountDownLatch told = new CountDownLatch(all);
    for (int i = 0; i < all; i++) {
      attempts.add(new PasswordAttempts.Attempt("a", i, "same", () -> {
        lookedAt.add("same");
        return isRight;
      }, verdict -> {
        assertEquals(isRight ? Verdict.RIGHT : Verdict.WRONG, verdict);
        told.countDown();
      }));
    }
    CountDownLatch other = tryOne("b", "same", 0, isRight);
    gate.countDown();
    await(told);
    await(other);
    assertEquals(List.of("same", "same"), lookedAt);
  }

  @Test
  @DisplayName("Who tries the password that is looked at at this moment is told with the first")
  void meanwhile() {
    CountDownLatch told = new CountDownLatch(1);
    attempts.add(new PasswordAttempts.Attempt("first", 3, "first", () -> {
      throw new AssertionError("looked at again");
    }, verdict -> {
      verdicts.put("second", verdict);
      told.countDown();
    }));
    gate.countDown();
    await(told);
    assertEquals(Map.of("first", Verdict.WRONG, "second", Verdict.WRONG), verdicts);
  }

  @Test
  @DisplayName("A password that cannot be looked at is wrong, and the next is looked at")
  void failure() {
    CountDownLatch failed = new CountDownLatch(1);
    attempts.add(new PasswordAttempts.Attempt("a", 0, "failing", () -> {
      throw new IllegalStateException("no such algorithm");
    }, verdict -> {
      verdicts.put("failing", verdict);
      failed.countDown();
    }));
    CountDownLatch told = tryOne("b", "right", 0, true);
    gate.countDown();
    await(failed);
    await(told);
    assertEquals(Verdict.WRONG, verdicts.get("failing"));
    assertEquals(Verdict.RIGHT, verdicts.get("right"));
  }

  private CountDownLatch tryOne(String caller, String password, int earlier, boolean isRight) {
    CountDownLatch told = new CountDownLatch(1);
    attempts.add(new PasswordAttempts.Attempt(caller, earlier, password, () -> {
      lookedAt.add(password);
      return isRight;
    }, verdict -> {
      verdicts.put(password, verdict);
      told.countDown();
    }));
    return told;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
