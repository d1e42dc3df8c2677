package cn.tuodi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks opened and saved by the real LibreOffice. */
class LibreOfficeRoundTripTest {

  private static final Path RULES = Path.of("rules");
  private static final Path TABLES = Path.of("decision-tables");

  @TempDir
  Path folder;

  @ParameterizedTest
  @DisplayName("A workbook that LibreOffice opened and saved is the same policy: same rules, same content hash")
  @ValueSource(strings = {"guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023"})
  void roundTrip(String edition) throws IOException, InterruptedException {
    EditionSources original = EditionSources.read(RULES, TABLES, edition);
    EditionSources saved = new EditionSources(edition, original.rules(), save(original.workbooks(), edition));
    original.workbooks().forEach((file, bytes) -> assertTrue(!Arrays.equals(bytes, saved.workbooks().get(file)),
        "LibreOffice did not save " + file));
    assertEquals(EditionChecker.check(original).rules(), EditionChecker.check(saved).rules());
    assertEquals(EditionChecker.check(original).description().contentHash(),
        EditionChecker.check(saved).description().contentHash());
  }

  private Map<String, byte[]> save(Map<String, byte[]> workbooks, String edition)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    List<String> command =
        new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString()));
    workbooks.keySet().forEach(file -> command.add(TABLES.resolve(edition).resolve(file).toAbsolutePath().toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), "LibreOffice did not finish");
    assertEquals(0, process.exitValue(), () -> "LibreOffice failed, see README for installing it");
    Map<String, byte[]> saved = new TreeMap<>();
    for (String file : workbooks.keySet()) {
      saved.put(file, Files.readAllBytes(out.resolve(file)));
    }
    return saved;
  }
}
