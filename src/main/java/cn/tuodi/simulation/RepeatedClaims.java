package cn.tuodi.simulation;

import cn.tuodi.simulation.portfolio.ClaimMark;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Finds claims that a file states more than once, as where two months' files were joined: each is counted each time. Of a
 * very large file the first claims are remembered, so that memory has a bound, and the others compared with them only. They are kept as numbers: a map of objects would take
 * several times the room.
 */
public final class RepeatedClaims {

  /** Most claims that are remembered, some 25 MB. */
  static final int MAX_REMEMBERED = 1_000_000;

  private static final int MAX_EXAMPLES = 20;
  private static final int FIRST_SIZE = 1 << 10;

  private final int mostRemembered;
  /** Keys by where their hash leads or the next free place; 0 where there is none. */
  private long[] keys = {};
  private int[] lines = {};
  private int remembered;
  private long count;
  private boolean isForgetful;
  private final List<Repeat> examples = new ArrayList<>();

  /**
   * A claim that was stated before.
   *
   * @param line its line
   * @param firstLine the line that stated it first
   * @param claimId id of the claim
   */
  @Schema(name = "SimulationRepeat")
  public record Repeat(long line, long firstLine, String claimId) {}

  RepeatedClaims() {
    this(MAX_REMEMBERED);
  }

  /** Remembers no more claims than a number. */
  RepeatedClaims(int mostRemembered) {
    this.mostRemembered = mostRemembered;
  }

  /** Takes the next claim of the file. */
  void take(ClaimMark mark) {
    if (keys.length == 0) {
      keys = new long[FIRST_SIZE];
      lines = new int[FIRST_SIZE];
    }
    long key = mark.key() == 0 ? 1 : mark.key();
    int at = place(key);
    if (keys[at] == key) {
      count++;
      if (examples.size() < MAX_EXAMPLES) {
        examples.add(new Repeat(mark.line(), lines[at], mark.claimId()));
      }
    } else if (remembered < mostRemembered) {
      keys[at] = key;
      lines[at] = (int) Math.min(Integer.MAX_VALUE, mark.line());
      remembered++;
      if (remembered > keys.length / 2) {
        grow();
      }
    } else {
      isForgetful = true;
    }
  }

  private int place(long key) {
    int at = Long.hashCode(key) & keys.length - 1;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  private void grow() {
    long[] earlierKeys = keys;
    int[] earlierLines = lines;
    keys = new long[earlierKeys.length * 2];
    lines = new int[earlierKeys.length * 2];
    for (int i = 0; i < earlierKeys.length; i++) {
      if (earlierKeys[i] != 0) {
        int at = place(earlierKeys[i]);
        keys[at] = earlierKeys[i];
        lines[at] = earlierLines[i];
      }
    }
  }

  /** How many claims were stated before. */
  public long count() {
    return count;
  }

  /** The first of them. */
  public List<Repeat> examples() {
    return List.copyOf(examples);
  }

  /** Whether there were more claims than can be remembered, so that some are not counted. */
  public boolean isForgetful() {
    return isForgetful;
  }
}
