package cn.tuodi.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.language.Language;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors in processes of their own: what is sent to them can be sent, and nothing else is needed. */
class ClusterTest {

  @TempDir
  private Path folder;

  @Test
  @DisplayName("Two executors in processes of their own come to what one process does")
  void executors() throws IOException {
    List<String> lines = Portfolios.sample("guizhou/2023", 200, 9);
    Path claims = Portfolios.write(folder.resolve("claims.ndjson"), lines);
    run("local[1]", claims, folder.resolve("one"));
    run("local-cluster[2,1,1024]", claims, folder.resolve("two"));
    List<String> expected = Portfolios.lines(folder.resolve("one"), "differences.ndjson.gz");
    assertTrue(expected.size() > 20, expected.size() + " differences");
    assertEquals(String.join("\n", expected),
        String.join("\n", Portfolios.lines(folder.resolve("two"), "differences.ndjson.gz")));
  }

  private static void run(String master, Path claims, Path out) throws IOException {
    JobOptions options = new JobOptions();
    options.claims = claims.toString();
    options.out = out.toString();
    options.slices = 3;
    options.language = Language.ZH;
    PolicyArguments arguments = new PolicyArguments(options);
    try (SparkSession session = SparkSession.builder().master(master).appName("test").config("spark.ui.enabled", false)
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .config("spark.executor.extraClassPath", installed()).config("spark.executor.memory", "900m")
        .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .getOrCreate()) {
      new PortfolioRun(options, List.of(arguments.policy("guangxi/2022"), arguments.policy("guizhou/2023")), true,
          true).run(session, new PrintWriter(new StringWriter()));
    }
  }

  /** Puts the jars of this process where a Spark has its own; the classes that are in no jar are told. */
  private static String installed() throws IOException {
    Path jars = Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of).toList();
    for (Path jar : classPath.stream().filter(Files::isRegularFile).toList()) {
      Path link = jars.resolve(jar.getFileName());
      if (Files.notExists(link)) {
        Files.createSymbolicLink(link, jar);
      }
    }
    return classPath.stream().filter(Files::isDirectory).map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
