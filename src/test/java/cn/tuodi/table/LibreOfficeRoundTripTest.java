package cn.tuodi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.spreadsheet.NamedProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  @DisplayName("A workbook that LibreOffice opened and saved is the same policy: same rules, same content hash, marked as the same workbook")
  @ValueSource(strings = {"guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023"})
  void roundTrip(String edition) throws IOException, InterruptedException {
    EditionSources own = EditionSources.read(RULES, TABLES, edition);
    Map<String, byte[]> workbooks = new TreeMap<>(own.workbooks());
    workbooks.putAll(EditionSources.read(RULES, LOCAL_STANDARDS, edition).workbooks());
    workbooks.replaceAll((file, content) -> NamedProperties.with(content, "Tuodi", edition + "/" + file));
    EditionSources original = new EditionSources(edition, own.rules(), workbooks);
    EditionSources saved = new EditionSources(edition, own.rules(), new LibreOffice(folder).saved(workbooks));
    original.workbooks().forEach((file, bytes) -> assertTrue(!Arrays.equals(bytes, saved.workbooks().get(file)),
        "LibreOffice did not save " + file));
    saved.workbooks().forEach((file, content) -> assertEquals(Optional.of(edition + "/" + file),
        NamedProperties.text(content, "Tuodi")));
    assertEquals(EditionChecker.check(original).rules(), EditionChecker.check(saved).rules());
    assertEquals(EditionChecker.check(original).description().contentHash(),
        EditionChecker.check(saved).description().contentHash());
    assertEquals(EditionChecker.check(original).description().areas().stream().map(area -> area.contentHash()).toList(),
        EditionChecker.check(saved).description().areas().stream().map(area -> area.contentHash()).toList());
  }
}
