package cn.tuodi.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.FilePortfolio;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Portfolio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Portfolios in CSV as spreadsheets leave them. */
class SpreadsheetCsvTest {

  private static final String HEADER =
      "claimId,region,serviceDate,personId,birthDate,identities,careType,designated,total,"
          + "policyScope,advance,overLimit,selfPaid,basicInsurance,criticalIllness";
  private static final String ROW = "GX-1,450100,2022-05-18,450103195802030016,1958-02-03,MINIMUM_LIVING:2021-01-10,"
      + "INPATIENT,true,148000,144000,1500,500,2000,90000,0";
  private static final List<Claim> CLAIM = List.of(claims(HEADER + "\n" + ROW, new Tally()).get(0));

  @ParameterizedTest
  @MethodSource("forms")
  @DisplayName("What a spreadsheet adds to a table changes no claim of it")
  void forms(String file) {
    Tally tally = new Tally();
    assertEquals(CLAIM, claims(file, tally), tally.examples()::toString);
    assertEquals(0, tally.unreadable(), tally.examples()::toString);
  }

  static Stream<String> forms() {
    String commas = ",".repeat(HEADER.split(",").length - 1);
    return Stream.of(HEADER + ",,\r\n" + ROW + ",,\r\n", HEADER + "\r\n" + ROW + ",,,\r\n",
        HEADER + "\n" + ROW + "\n" + commas + "\n\n" + commas + "\n", HEADER + "\n" + "\"\"" + commas + "\n" + ROW,
        HEADER + "\r" + ROW + "\r", HEADER + "\r" + ROW, "\uFEFFsep=,\r\n" + HEADER + "\r\n" + ROW,
        "sep=;\n" + (HEADER + "\n" + ROW).replace(',', ';'), HEADER.replaceFirst(",", ",,") + "\n"
            + ROW.replaceFirst(",", ",,"),
        HEADER.replace("claimId", " ClaimID ").replace("personId", "\"PERSONID\"") + "\n" + ROW,
        (HEADER + "\n" + ROW).replace(",", " , "));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("A cell is read as what it says, however a spreadsheet writes it")
  @CsvSource(delimiter = '|', textBlock = """
      2022-05-18         | 2022-5-18
      2022-05-18         | 2022/5/18
      2022-05-18         | 2022/05/18 0:00
      2022-05-18         | 2022-05-18T00:00:00
      2022-05-18         | 2022.5.18
      2022-05-18         | 2022年5月18日
      2022-05-18         | 20220518
      2022-05-18         | ２０２２-５-１８
      450103195802030016 | ="450103195802030016"
      450103195802030016 | "=""450103195802030016""\"
      450103195802030016 | '''450103195802030016'
      450103195802030016 | "450103195802030016"
      :2021-01-10        | ：2021/1/10
      ,true,             | ,TRUE,
      ,true,             | ,是,
      148000             | 148000.00
      148000             | １４８０００
      """)
  void cells(String plain, String written) {
    Tally tally = new Tally();
    assertEquals(CLAIM, claims(HEADER + "\n" + ROW.replace(plain, written), tally), tally.examples()::toString);
  }

  @Test
  @DisplayName("A citizen number that really ends in 000 is one; a check digit that does not hold means that it was rounded")
  void citizenNumbers() {
    assertEquals(1,
        claims(HEADER + "\n" + ROW.replace("450103195802030016", "110101199003053000"), new Tally()).size());
    assertEquals(0,
        claims(HEADER + "\n" + ROW.replace("450103195802030016", "110101199003054000"), new Tally()).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n"})
  @DisplayName("Lines are counted as an editor shows them, whatever ends them")
  void lineNumbers(String end) {
    Tally tally = new Tally();
    claims(String.join(end, HEADER, ROW, "", ROW.replace("148000", "x"), ROW), tally);
    assertEquals(4, tally.examples().get(0).line());
    assertEquals(1, tally.unreadable());
  }

  @Test
  @DisplayName("A quote that is not closed spoils its own line only")
  void openQuote() {
    Tally tally = new Tally();
    assertEquals(2, claims(String.join("\n", HEADER, ROW, "\"" + ROW, ROW), tally).size());
    assertEquals(3, tally.examples().get(0).line());
  }

  @Test
  @DisplayName("A value under no name is told, not dropped")
  void valueWithoutName() {
    Tally tally = new Tally();
    assertEquals(0, claims(HEADER + ",,\n" + ROW + ",,5\n", tally).size());
    assertTrue(tally.examples().get(0).message().contains("第 17 列"), tally.examples()::toString);
  }

  @Test
  @DisplayName("One id with two days of birth is two persons: the later line is refused, and names the earlier")
  void twoPersons() {
    Tally tally = new Tally();
    String other = ROW.replace("GX-1", "GX-2").replace("1958-02-03", "1961-05-12");
    String unstated = ROW.replace("GX-1", "GX-3").replace("1958-02-03", "");
    List<Claim> read = claims(String.join("\n", HEADER, ROW, unstated, other, ROW), tally);
    assertEquals(List.of("GX-1", "GX-3", "GX-1"), read.stream().map(Claim::claimId).toList());
    assertEquals(4, tally.examples().get(0).line());
    assertEquals("birthDate", tally.examples().get(0).place());
    assertTrue(tally.examples().get(0).message().contains("第 2 行"), tally.examples()::toString);
  }

  private static List<Claim> claims(String file, Tally tally) {
    try {
      Path written = Files.createTempFile("claims", ".csv");
      try (FilePortfolio portfolio =
          new FilePortfolio(Files.writeString(written, file, StandardCharsets.UTF_8), true, Language.ZH)) {
        Portfolio.Part part = portfolio.next();
        return part == null ? List.of()
            : part.people(tally).stream().flatMap(List::stream).map(NumberedClaim::claim).toList();
      } finally {
        Files.delete(written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
