package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The documented run of year accounts, small: packaged services are killed while 64 callers settle, take back and
 * replace, and another program computes every adjustment and every account again.
 */
class KilledAccountsIT {

  @ParameterizedTest(name = "{0} claims of {1} people on {2} replicas, {3} kills")
  @DisplayName("Whatever is killed, every account is as the claims tell, nothing is lost and nothing booked twice")
  @CsvSource({"1200, 40, 3, 3, 25", "600, 20, 0, 2, 25"})
  void killed(String claims, String people, String replicas, String kills, String corrections)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile(Path.of("target"), "accounts", ".log");
    List<String> command = Stream.concat(Stream.of("bash", "benchmarks/accounts.sh"),
        Stream.of(claims, people, replicas, kills, corrections)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("BENCHMARK_JVM", "-Xmx300m " + RunningService.SHORT_LIVED);
    int exit = builder.start().waitFor();
    String all = Files.readString(said);
    assertEquals(0, exit, all);
    assertEquals(Integer.parseInt(kills), Arrays.stream(all.split("\n")).filter(line -> line.endsWith("is killed"))
        .count(), all);
    assertTrue(all.contains(" computed again: 0 differences"), all);
  }
}
