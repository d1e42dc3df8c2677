package cn.tuodi.spark;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the core has in common with the service is of the same version. */
class VersionsTest {

  @Test
  @DisplayName("The core is built with the engine and the libraries of the service")
  void alike() throws IOException {
    String service = Files.readString(Path.of("../../pom.xml"));
    String jobs = Files.readString(Path.of("../pom.xml"));
    assertAll(Stream.of("drools.version", "jackson.version", "commons-csv.version", "surefire.version")
        .map(name -> () -> assertEquals(property(service, name), property(jobs, name), name)));
  }

  private static String property(String pom, String name) {
    Matcher matcher = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
    return matcher.find() ? matcher.group(1) : null;
  }
}
