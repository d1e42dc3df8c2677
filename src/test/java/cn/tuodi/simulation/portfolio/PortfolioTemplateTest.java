package cn.tuodi.simulation.portfolio;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortfolioTemplateTest {

  @Test
  @DisplayName("The template is a portfolio: its lines are read as the claims that they were made of")
  void readBack() throws IOException {
    List<String> lines = lines(PortfolioTemplate.csv());
    assertTrue(lines.get(0).startsWith("\uFEFF"), "spreadsheets know the encoding by its mark");
    CsvLines reader = CsvLines.of(lines.get(0).getBytes(StandardCharsets.UTF_8), Language.ZH);
    List<Claim> claims = lines.subList(1, lines.size()).stream()
        .map(line -> reader.parse(line.getBytes(StandardCharsets.UTF_8))).toList();
    assertEquals(List.of(example("guangxi"), example("guizhou"), example("bayingolin")), claims);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("Every column is explained: what it means, whether it is needed and how to write it")
  void columns(Language language) {
    List<String> lines = lines(PortfolioTemplate.columns(language));
    assertEquals(CsvColumn.all().size() + 1, lines.size());
    for (CsvColumn column : CsvColumn.all()) {
      List<String> cells = cells(
          lines.stream().filter(line -> line.startsWith(column.heading() + ",")).findFirst().orElseThrow());
      assertAll(column.heading(), () -> assertEquals(5, cells.size()), () -> assertFalse(cells.get(1).isBlank()),
          () -> assertFalse(cells.get(3).contains("null")),
          () -> assertEquals(language == Language.ZH, cells.get(1).codePoints()
              .anyMatch(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN)));
    }
  }

  private static List<String> cells(String line) {
    try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
      return parser.getRecords().get(0).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(byte[] text) {
    return Arrays.asList(new String(text, StandardCharsets.UTF_8).split("\r\n"));
  }

  private static Claim example(String name) throws IOException {
    try (InputStream in = PortfolioTemplateTest.class.getResourceAsStream("/examples/" + name + ".json")) {
      return ClaimReader.read(in.readAllBytes(), Language.ZH);
    }
  }
}
