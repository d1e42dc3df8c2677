package cn.tuodi.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.FailingEdition;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims of a portfolio on which the program fails. */
class FailingLinesTest {

  @Test
  @DisplayName("A claim on which the program fails under one policy counts under neither, and is told with an error id")
  void failingClaims(@TempDir Path folder) throws IOException {
    String sound = line("A", "P-1");
    String other = line("B", "P-1");
    Tally tally = run(folder, sound, line("EXCEPTION", "P-1"), other, line("STACK", "P-2"), line("LINKAGE", "P-3"));
    Tally alone = run(folder, sound, other);
    assertEquals(2, tally.claims());
    assertEquals(3, tally.unreadable());
    assertEquals(2, tally.examples().get(0).line());
    assertTrue(tally.examples().stream().allMatch(line -> line.message().matches(".*错误编号 [0-9a-f-]{36}")),
        tally.examples()::toString);
    assertEquals(alone.before().sums(), tally.before().sums());
    assertEquals(alone.after().sums(), tally.after().sums());
  }

  private static String line(String id, String person) {
    return Policies.inpatient(id, person, "MINIMUM_LIVING", "2022-05-18", "20000", "10000");
  }

  private static Tally run(Path folder, String... lines) throws IOException {
    return Policies.run(Policies.asStated(Policies.inForce("guangxi/2022")), Policies.asStated(FailingEdition.EDITION),
        2, Policies.lines(folder, lines));
  }
}
