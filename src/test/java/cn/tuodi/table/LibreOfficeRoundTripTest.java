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
  private static final Path LOCAL_STANDARDS = Path.of("src/test/resources/local-standards");

  @TempDir
  Path folder;

  @ParameterizedTest
  @DisplayName("A workbook that LibreOffice opened and saved is the same policy: same rules, same content hash")
  @ValueSource(strings = {"guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023"})
  void roundTrip(String edition) throws IOException, InterruptedException {
    EditionSources own = EditionSources.read(RULES, TABLES, edition);
    Map<String, byte[]> workbooks = new TreeMap<>(own.workbooks());
    workbooks.putAll(EditionSources.read(RULES, LOCAL_STANDARDS, edition).workbooks());
    EditionSources original = new EditionSources(edition, own.rules(), workbooks);
    EditionSources saved = new EditionSources(edition, own.rules(), save(workbooks));
    original.workbooks().forEach((file, bytes) -> assertTrue(!Arrays.equals(bytes, saved.workbooks().get(file)),
        "LibreOffice did not save " + file));
    assertEquals(EditionChecker.check(original).rules(), EditionChecker.check(saved).rules());
    assertEquals(EditionChecker.check(original).description().contentHash(),
        EditionChecker.check(saved).description().contentHash());
    assertEquals(EditionChecker.check(original).description().areas().stream().map(area -> area.contentHash()).toList(),
        EditionChecker.check(saved).description().areas().stream().map(area -> area.contentHash()).toList());
  }

  private Map<String, byte[]> save(Map<String, byte[]> workbooks) throws IOException, InterruptedException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path out = folder.resolve("out");
    List<String> command =
        new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString()));
    Map<String, String> names = new TreeMap<>();
    for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
      String name = workbook.getKey().replace('/', '-');
      names.put(workbook.getKey(), name);
      command.add(Files.write(in.resolve(name), workbook.getValue()).toString());
    }
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), "LibreOffice did not finish");
    assertEquals(0, process.exitValue(), () -> "LibreOffice failed, see README for installing it");
    Map<String, byte[]> saved = new TreeMap<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      saved.put(name.getKey(), Files.readAllBytes(out.resolve(name.getValue())));
    }
    return saved;
  }
}
