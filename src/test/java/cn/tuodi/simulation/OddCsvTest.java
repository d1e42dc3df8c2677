package cn.tuodi.simulation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Portfolio;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of claims in which something is odd: what is told, where, and what becomes of the other lines. */
class OddCsvTest {

  private static final String HEADER = "claimId,region,serviceDate,personId,birthDate,identities,careType,designated,"
      + "total,policyScope,advance,overLimit,selfPaid,basicInsurance,criticalIllness";
  private static final String ROW = "GX-1,450100,2022-05-18,450103195802030016,1958-02-03,MINIMUM_LIVING:2021-01-10,"
      + "INPATIENT,true,148000,144000,1500,500,2000,90000,0";
  private static final int LONG = 1_000_000;

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("What is odd in a cell is told with its line, its column and what to do, and touches no other line")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      GX-1               | "GX-↵1"                 | 3:;4:          | 一格之内不能换行
      GX-1               | =ROW()                  | 3:claimId      | “=ROW()”是公式，不是内容：请填写公式的结果
      450103195802030016 | =A2&B2                  | 3:personId     | 请填写公式的结果
      450103195802030016 | "=""a""&B2"             | 3:personId     | 请填写公式的结果
      148000             | =I2*2                   | 3:total        | 请填写公式的结果
      148000             | 148000.00000000003      | 3:total        | 最多两位小数
      148000             | "148,000"               | 3:total        | 写作 148000
      148000             | １４８，０００          | 3:total        | 写作 148000
      148000             | 148 000                 | 3:total        | 不是数字
      148000             | (148000)                | 3:total        | 不是数字
      148000             | 14.8万                  | 3:total        | 不是数字
      148000             | 100%                    | 3:total        | 是百分数
      148000             | -                       | 3:total        | 没有这笔金额时写 0
      2022-05-18         | 2022年5月               | 3:serviceDate  | 看不出是哪一天
      2022-05-18         | "May 18, 2022"          | 3:serviceDate  | 看不出是哪一天
      2022-05-18         | 2022/13/18              | 3:serviceDate  | 没有这个日期
      450103195802030016 | 4.50103E+17             | 3:personId     | 科学记数法
      450103195802030016 | ４５０１０３１９５８０２０３００１６ | 3:personId | 半角
      450103195802030016 | LONG                    | 3:             | 一行最多
      GX-1               | NUL                     | 3:claimId      | 控制字符
      WHOLE              | # 说明                  | 3:careType     | 缺少必填项
      GX-1               | "GX"-1                  | 3:             | 引号没有正确闭合
      true               | 1                       | 3:designated   | 应为“是”或“否”
      """)
  void cells(String plain, String written, String places, String words) {
    String odd = ROW.replace(plain.equals("WHOLE") ? ROW : plain,
        written.replace("LONG", "9".repeat(LONG)).replace("NUL", "a\u0007b")
            .replace("↵", "\n"));
    Tally tally = new Tally();
    List<Claim> read = claims(String.join("\n", HEADER, ROW, odd, ROW, ""), tally);
    List<Unreadable> told = tally.examples();
    assertAll(() -> assertEquals(2, read.size(), told::toString),
        () -> assertEquals(1, read.stream().distinct().count(), told::toString),
        () -> assertEquals(List.of(places.split(";")),
            told.stream().map(line -> line.line() + ":" + line.place()).toList(), told::toString),
        () -> assertTrue(told.get(0).message().contains(words), told::toString));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A file without a sound line of names is refused as a whole, and says what the first line should be")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ROW↵ROW                               | UTF-8  | /1      | 第一行里没有列名：列名写在第一行，用逗号、分号或制表符分隔
      # 2022 年 5 月导出↵HEADER↵ROW         | UTF-8  | /1      | 前面不能有标题或说明
      2022 年医疗救助费用↵HEADER↵ROW        | UTF-8  | /1      | 前面不能有标题或说明
      PIPES                                 | UTF-8  | /1      | 用逗号、分号或制表符分隔
      claimId，region，serviceDate↵ROW      | UTF-8  | /1      | 用逗号、分号或制表符分隔
      {"claimId":"GX-1"}↵                   | UTF-8  | /1      | 这一行是 JSON
      HEADER,claimId↵ROW,GX-1               | UTF-8  | /1/claimId | 重复
      HEADER,备注↵ROW,                      | UTF-8  | /1/备注 | 没有“备注”这一列
      claimId,region↵ROW                    | UTF-8  | /1      | 缺少列：serviceDate
      "claim↵Id",region↵ROW                 | UTF-8  | /1      | 第一行应为列名
      HEADERLONG↵ROW                        | UTF-8  | /1      | 一行最多
      HEADER⏎ROW⏎ROW,单据                   | GBK    | /3      | 第 3 行
      HEADER⏎↵ROW⏎↵ROW,单据                 | GBK    | /3      | 第 3 行
      HEADER↵ROW                            | UTF-16 | /1      | UTF-16
      HEADER↵ROW                            | UTF-16LE | /1    | UTF-16
      """)
  void files(String file, String charset, String pointer, String words) throws IOException {
    String text = file.replace("PIPES", (HEADER + "↵" + ROW).replace(',', '|'))
        .replace("HEADERLONG", HEADER + "," + "x".repeat(LONG)).replace("HEADER", HEADER).replace("ROW", ROW)
        .replace("↵", "\n").replace("⏎", "\r");
    Path written = write(text, Charset.forName(charset));
    InvalidRequest refusal = assertThrows(InvalidRequest.class,
        () -> PortfolioSource.file(PortfolioSource.Kind.CSV, written, Language.ZH));
    Violation told = refusal.violations().get(0);
    assertAll(() -> assertEquals(pointer, told.pointer(), told::message),
        () -> assertTrue(told.message().contains(words), told::message));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("What a program adds to a sound file changes no claim of it")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      BOMsep=,⏎↵HEADER⏎↵ROW⏎↵
      BOM"claimId"REST↵ROW
      HEADER⏎↵ROW⏎↵ROW⏎ROW↵
      HEADER↵↵↵ROW↵,,,↵"",""↵
      HEADER,↵ROW,↵ROW,,,
      SEMICOLONS
      TABS
      QUOTED
      """)
  void sound(String file) {
    Tally tally = new Tally();
    String sheet = HEADER + "↵" + ROW;
    List<Claim> read = claims(file.replace("BOM", "\uFEFF").replace("REST", HEADER.substring("claimId".length()))
        .replace("SEMICOLONS", sheet.replace(',', ';')).replace("TABS", sheet.replace(',', '\t'))
        .replace("QUOTED", '"' + sheet.replace(",", "\",\"").replace("↵", "\"↵\"") + '"')
        .replace("HEADER", HEADER).replace("ROW", ROW).replace("↵", "\n").replace("⏎", "\r"), tally);
    assertEquals(List.of(), tally.examples());
    assertEquals(1, read.stream().distinct().count());
    assertEquals(claims(HEADER + "\n" + ROW, new Tally()).get(0), read.get(0));
  }

  private List<Claim> claims(String file, Tally tally) {
    try {
      List<Claim> claims = new ArrayList<>();
      try (Portfolio portfolio = PortfolioSource
          .file(PortfolioSource.Kind.CSV, write(file, StandardCharsets.UTF_8), Language.ZH).open()) {
        for (Portfolio.Part part = portfolio.next(); part != null; part = portfolio.next()) {
          part.people(tally).stream().flatMap(List::stream).map(NumberedClaim::claim).forEach(claims::add);
        }
      }
      return claims;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.write(Files.createTempFile(folder, "claims", ".csv"), text.getBytes(charset));
  }
}
