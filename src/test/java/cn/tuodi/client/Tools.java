package cn.tuodi.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs that integrators use, run as they run them. */
final class Tools {

  private static final Path NPM = Path.of("target/npm").toAbsolutePath();
  private static final List<String> NPM_FILES = List.of("package.json", "package-lock.json", ".npmrc", "spectral.yaml");

  private Tools() {}

  /** The file of a program from npm, such as {@code tsc}; what the project names is installed first. */
  static synchronized Path npm(String program) throws IOException, InterruptedException {
    boolean installed = Files.exists(NPM.resolve("node_modules/.bin/" + program));
    Files.createDirectories(NPM);
    for (String name : NPM_FILES) {
      Path ours = Path.of("src/test/npm", name);
      Path copy = NPM.resolve(name);
      installed = installed && Files.exists(copy) && Files.mismatch(ours, copy) < 0;
      Files.copy(ours, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!installed) {
      assertTrue(isInstalled("npm"), "npm is missing: it comes with Node.js, or as the Debian package npm");
      run(NPM, Map.of(), "npm", "ci", "--prefer-offline");
    }
    return NPM.resolve("node_modules/.bin/" + program);
  }

  /** Whether a program is on the path. */
  static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs a program that must succeed; its output, errors included. */
  static String run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> Arrays.toString(command) + "\n" + output);
    return output;
  }
}
