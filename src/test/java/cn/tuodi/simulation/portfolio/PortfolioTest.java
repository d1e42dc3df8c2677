package cn.tuodi.simulation.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.edition.Edition;
import cn.tuodi.field.ValueType;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.Policies;
import cn.tuodi.simulation.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the claims of a simulation come from. */
class PortfolioTest {

  private static final String HEADER = "claimId,region,serviceDate,personId,identities,disabilityGrade,disabilityKind,"
      + "careType,designated,total,policyScope,advance,overLimit,selfPaid,basicInsurance,planDeductible,planTiers";
  private static final String ROW = "C-1,450100,2022-05-18,P-1,MINIMUM_LIVING:2021-01-10;ORPHAN:2020/2/3:2022-12-31,2,"
      + "PHYSICAL,INPATIENT,是,48000.00,44000,1500,500,2000,30000,14000,0:0.60;50000:0.70";
  private static final String SAME = """
      {"claimId":"C-1","region":"450100","serviceDate":"2022-05-18","person":{"personId":"P-1","identities":[
      {"type":"MINIMUM_LIVING","recognisedOn":"2021-01-10"},
      {"type":"ORPHAN","recognisedOn":"2020-02-03","endedOn":"2022-12-31"}],
      "disability":{"grade":2,"kind":"PHYSICAL"}},"care":{"type":"INPATIENT","designated":true},
      "costs":{"total":48000,"policyScope":44000,"advance":1500,"overLimit":500,"selfPaid":2000},
      "payments":{"basicInsurance":30000},
      "criticalIllnessPlan":{"deductible":14000,"tiers":[{"above":0,"rate":0.6},{"above":50000,"rate":0.7}]}}""";

  @TempDir
  private Path folder;

  @Test
  @DisplayName("A line of CSV is the claim that the same facts are in JSON, however a spreadsheet writes the file")
  void csvIsClaim() throws IOException {
    Claim claim = ClaimReader.read(SAME.getBytes(StandardCharsets.UTF_8), Language.ZH);
    for (String file : List.of(HEADER + "\n" + ROW, "\uFEFF" + HEADER + "\r\n" + ROW + "\r\n\r\n",
        HEADER + "\n" + ROW.replace("C-1", "\"C-1\"").replace("2022-05-18", "2022/5/18"), HEADER + ",,\n" + ROW)) {
      Tally tally = new Tally();
      List<List<NumberedClaim>> people = open(file.getBytes(StandardCharsets.UTF_8)).next().people(tally);
      assertEquals(List.of(List.of(new NumberedClaim(2, claim))), people, tally.examples().toString());
    }
  }

  @ParameterizedTest(name = "{0} → {1}: {2}: {3}")
  @DisplayName("What is wrong in a line of CSV is named with line and column")
  @CsvSource(delimiter = '|', textBlock = """
      48000.00           | 48,000     | ''              | 有 18 格，列名有 17 个
      48000.00           | "48,000"   | total           | “48,000”含逗号（千位分隔符）：请把该列设为“常规”格式后重新保存，写作 48000
      48000.00           | "４８，０００．５０" | total     | 写作 48000.50
      48000.00           | "4,8000"   | total           | “4,8000”含逗号
      48000.00           | 60%        | total           | “60%”是百分数：这一列应为不带百分号的数
      48000.00           | #REF!      | total           | “#REF!”是表格软件的公式错误
      48000.00           | ########   | total           | “########”是列宽不够时显示的符号
      48000.00           | -          | total           | 这一列必填
      30000,14000        | 30000,-    | planDeductible  | 没有这一项时留空
      C-1                | #N/A       | claimId         | “#N/A”是表格软件的公式错误
      INPATIENT          | #NAME?     | careType        | 公式错误
      48000.00           | ¥48000     | total           | 含货币符号
      48000.00           | 48000元    | total           | 含货币符号或单位
      48000.00           | 4.8E+04    | total           | 科学记数法
      48000.00           | (48000)    | total           | “(48000)”不是数字
      48000.00           | －         | total           | “－”不是数字
      48000.00           | -48000     | total           | 不能为负
      48000.00           | 48000.001  | total           | 金额最多两位小数
      2022-05-18         | 2022-02-30 | serviceDate     | “2022-02-30”没有这个日期
      2022-05-18         | 1899/12/31 | serviceDate     | “1899/12/31”日期应在
      2022-05-18         | ''         | serviceDate     | 缺少必填项
      MINIMUM_LIVING:    | MINIMUM:   | identities      | 应为
      2022-05-18         | 44699      | serviceDate     | 日期序号
      2022-05-18         | 2022-05-18 09:30 | serviceDate | 含有时刻
      2022-05-18         | 5/18/2022  | serviceDate     | 看不出是哪一天
      2022-05-18         | 22/5/18    | serviceDate     | 看不出是哪一天
      2022-05-18         | 2022/5-18  | serviceDate     | 看不出是哪一天
      2022-05-18         | 2022年5月  | serviceDate     | 看不出是哪一天
      2022-05-18         | 2022-5-18日 | serviceDate    | 看不出是哪一天
      2022-05-18         | #######    | serviceDate     | “#######”
      P-1                | 4.50103E+17 | personId       | “4.50103E+17”是科学记数法
      P-1                | 5E+17      | personId        | 请把该列设为“文本”格式
      P-1                | "4,50103E+17" | personId     | 科学记数法
      P-1                | 450103195802030016.0 | personId | 小数
      P-1                | 450103195802030000 | personId | 末三位是 000
      P-1                | ４５０１０３ | personId       | 全角
      C-1                | 2.02211E+15 | claimId        | 科学记数法
      :2022-12-31        | :2019-12-31 | identities     | 退出日期早于认定日期
      PHYSICAL           | ''         | disabilityKind  | 缺少必填项
      INPATIENT          | DENTAL     | careType        | “DENTAL”应为下列之一（代码或中文名称）：INPATIENT（住院）、
      ORPHAN:2020/2/3    | 孤老:2020/2/3 | identities   | ORPHAN（孤儿）
      ORPHAN:2020/2/3:2022-12-31 | 孤儿 | identities     | 没有认定日期
      是                 | maybe      | designated      | “maybe”应为“是”或“否”
      是                 | 1.0        | designated      | 应为“是”或“否”
      0:0.60             | 0:160%     | planTiers       | 比例应在 0 与 1 之间
      0:0.60;            | 0;         | planTiers       | 没有报销比例
      14000,0            | ,0         | planDeductible  | 应恰有一个
      C-1                | "C-1       | ''              | 引号没有正确闭合
      450100             | 45010      | region          | 行政区划
      """)
  void csvFaults(String cell, String wrong, String column, String words) throws IOException {
    Tally tally = new Tally();
    String file = HEADER + "\n" + ROW + "\n" + ROW.replaceFirst(Pattern.quote(cell), wrong) + "\n";
    open(file.getBytes(StandardCharsets.UTF_8)).next().people(tally);
    assertEquals(1, tally.unreadable());
    Unreadable fault = tally.examples().get(0);
    assertEquals(3, fault.line());
    if (!column.equals("planDeductible")) {
      assertEquals(column, fault.place(), fault.toString());
    }
    assertTrue(fault.message().contains(words), fault.toString());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("What is wrong with the names of the columns is told before anything runs")
  @CsvSource(delimiter = '|', textBlock = """
      planTiers      | planTears | 没有“planTears”这一列，是否应为 planTiers？可用的列：claimId, region, serviceDate
      total          | Total cost | 没有“Total cost”这一列；可用的列：claimId
      total          | 总费用    | 没有“总费用”这一列，是否应为 total？
      personId       | region    | 列名“region”重复
      basicInsurance | criticalIllness | 缺少列：basicInsurance
      claimId        | "claimId  | 第一行应为列名
      """)
  void headerFaults(String name, String wrong, String words) throws IOException {
    Path file = write((HEADER.replace(name, wrong) + "\n" + ROW).getBytes(StandardCharsets.UTF_8));
    InvalidRequest fault = assertThrows(InvalidRequest.class,
        () -> PortfolioSource.file(PortfolioSource.Kind.CSV, file, Language.ZH));
    assertTrue(fault.violations().get(0).message().contains(words), fault.violations().toString());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A person's name for a code and a percentage for a rate are what the code and the share are")
  @CsvSource(delimiter = '|', textBlock = """
      MINIMUM_LIVING | 低保对象
      MINIMUM_LIVING | 低保
      MINIMUM_LIVING | minimum_living
      PHYSICAL       | 肢体残疾
      INPATIENT      | 住院
      0:0.60         | 0:60%
      0:0.60         | 0：６０％
      ;ORPHAN        | 、孤儿
      """)
  void names(String code, String name) throws IOException {
    Claim claim = ClaimReader.read(SAME.getBytes(StandardCharsets.UTF_8), Language.ZH);
    Tally tally = new Tally();
    List<List<NumberedClaim>> people = open((HEADER + "\n" + ROW.replace(code, name)).getBytes(StandardCharsets.UTF_8))
        .next().people(tally);
    assertEquals(List.of(List.of(new NumberedClaim(2, claim))), people, tally.examples().toString());
  }

  @ParameterizedTest
  @MethodSource("choices")
  @DisplayName("Each value of a column is named by its code and by its Chinese name, and no name means two of them")
  void choices(List<CsvChoice> choices) {
    for (CsvChoice choice : choices) {
      assertEquals(choice, CsvChoice.named(choice.code(), choices).orElseThrow());
      assertEquals(choice, CsvChoice.named(choice.label(), choices).orElseThrow());
    }
  }

  /** What there is to choose from in the columns, and in the entries of those that hold several. */
  static Stream<List<CsvChoice>> choices() {
    List<List<CsvChoice>> choices = new ArrayList<>();
    for (CsvColumn column : CsvColumn.all()) {
      ValueType<?> type = column.field().type();
      ValueType<?> entry = type.element() == null ? type : type.element();
      choices.add(CsvChoice.of(entry));
      if (entry.fields() != null) {
        entry.fields().fields().forEach(field -> choices.add(CsvChoice.of(field.type())));
      }
    }
    return choices.stream().filter(some -> !some.isEmpty());
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("A file without a claim is refused, whatever else it holds")
  @CsvSource(delimiter = '|', textBlock = """
      CSV    | ''
      CSV    | BOM
      CSV    | BOM\\n\\n
      CSV    | sep=;\\n
      CSV    | HEADER
      CSV    | HEADER\\n
      CSV    | HEADER\\n,,,\\r\\n\\n
      NDJSON | ''
      NDJSON | BOM
      NDJSON | \\n  \\n
      """)
  void noClaims(PortfolioSource.Kind kind, String file) throws IOException {
    byte[] content = file.replace("BOM", "\uFEFF").replace("HEADER", HEADER).replace("\\n", "\n").replace("\\r", "\r")
        .getBytes(StandardCharsets.UTF_8);
    String message = refused(kind, content).violations().get(0).message();
    assertTrue(message.contains("文件里没有费用单据"), message);
  }

  @Test
  @DisplayName("A file of lines none of which is a claim is read, so that each is told")
  void onlyUnreadable() throws IOException {
    Path file = write((HEADER + "\n" + ROW.replace("C-1", "")).getBytes(StandardCharsets.UTF_8));
    assertEquals(PortfolioSource.Kind.CSV,
        PortfolioSource.file(PortfolioSource.Kind.CSV, file, Language.ZH).kind());
  }

  @Test
  @DisplayName("A file that is not in UTF-8 is told so, in its names and in its lines")
  void otherEncoding() throws IOException {
    Charset gbk = Charset.forName("GBK");
    Path file = write("单据\n".getBytes(gbk));
    InvalidRequest fault = assertThrows(InvalidRequest.class,
        () -> PortfolioSource.file(PortfolioSource.Kind.CSV, file, Language.EN));
    assertTrue(fault.violations().get(0).message().contains("UTF-8"));
    Tally tally = new Tally();
    open((HEADER + "\n" + ROW).getBytes(gbk)).next().people(tally);
    assertTrue(tally.examples().get(0).message().contains("UTF-8"));
  }

  @Test
  @DisplayName("One cell in GBK has the whole file refused, with its line and what to do in Excel")
  void otherEncodingOfOneCell() throws IOException {
    byte[] file = (HEADER + "\r\n" + ROW.replace("是", "true") + "\r\n" + ROW.replaceFirst("[^,]*,", "单据-2,") + "\r\n")
        .getBytes(Charset.forName("GB18030"));
    InvalidRequest fault = refused(PortfolioSource.Kind.CSV, file);
    assertEquals("/3", fault.violations().get(0).pointer());
    String message = fault.violations().get(0).message();
    assertTrue(message.contains("第 3 行") && message.contains("GBK") && message.contains("“CSV UTF-8（逗号分隔）”"), message);
  }

  @Test
  @DisplayName("The line is found in a large file, too")
  void otherEncodingFarDown() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 3_000; i++) {
      file.writeBytes((ROW + "\n").getBytes(StandardCharsets.UTF_8));
    }
    file.writeBytes("单".getBytes(Charset.forName("GBK")));
    assertEquals("/3002", refused(PortfolioSource.Kind.CSV, file.toByteArray()).violations().get(0).pointer());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"UTF-16, CSV", "UTF-16LE, CSV", "UTF-16BE, NDJSON", "x-UTF-16LE-BOM, NDJSON"})
  @DisplayName("Text in UTF-16 is refused as such")
  void utf16(String charset, PortfolioSource.Kind kind) throws IOException {
    String message =
        refused(kind, (HEADER + "\n" + ROW).getBytes(Charset.forName(charset))).violations().get(0).message();
    assertTrue(message.contains("UTF-16") && message.contains("UTF-8"), message);
  }

  @ParameterizedTest
  @EnumSource(value = PortfolioSource.Kind.class, names = {"CSV", "NDJSON"})
  @DisplayName("A workbook in place of a file of claims is refused as such")
  void workbook(PortfolioSource.Kind kind) throws IOException {
    byte[] file = Files.readAllBytes(Path.of("decision-tables/guangxi/2022/premiums.xlsx"));
    assertTrue(refused(kind, file).violations().get(0).message().contains("工作簿"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(chars = {'\t', ';'})
  @DisplayName("Names separated by tabs or semicolons mean that the lines are, too; quotes hold what would separate")
  void separators(char between) throws IOException {
    StringBuilder file = new StringBuilder("\uFEFF");
    for (String line : List.of(HEADER, ROW)) {
      file.append(Stream.of(line.split(",")).map(cell -> cell.indexOf(between) < 0 ? cell : '"' + cell + '"')
          .collect(Collectors.joining(String.valueOf(between)))).append("\r\n");
    }
    Tally tally = new Tally();
    List<Claim> read = claims(file.toString(), tally);
    assertEquals(claims(HEADER + "\n" + ROW, new Tally()), read);
    assertEquals(0, tally.unreadable(), tally.examples()::toString);
    assertEquals(1, read.size());
  }

  private List<Claim> claims(String file, Tally tally) throws IOException {
    return PortfolioSource.file(PortfolioSource.Kind.CSV, write(file.getBytes(StandardCharsets.UTF_8)), Language.ZH)
        .open().next().people(tally).stream().flatMap(List::stream).map(NumberedClaim::claim).toList();
  }

  private InvalidRequest refused(PortfolioSource.Kind kind, byte[] file) throws IOException {
    Path written = write(file);
    return assertThrows(InvalidRequest.class, () -> PortfolioSource.file(kind, written, Language.ZH));
  }

  @Test
  @DisplayName("The same seed gives the same sample, another seed another, of exactly the number of claims wanted")
  void sample() {
    Edition edition = Policies.inForce("guangxi/2022");
    List<String> claims = sample(edition, 1_237, 5);
    assertEquals(1_237, claims.size());
    assertEquals(claims, sample(edition, 1_237, 5));
    assertNotEquals(claims, sample(edition, 1_237, 6));
    assertEquals(claims.subList(0, 1_000), sample(edition, 1_000, 5));
  }

  @Test
  @DisplayName("A sample reaches every kind of care and every identity it has a weight for, is synthetic by its ids, and valid")
  void sampleIsBroad() {
    Edition edition = Policies.inForce("guangxi/2022");
    Set<CareType> care = EnumSet.noneOf(CareType.class);
    Set<IdentityType> identities = EnumSet.noneOf(IdentityType.class);
    for (String json : sample(edition, 6_000, 1)) {
      Claim claim = ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.EN);
      assertEquals(json, new String(Json.bytes(ClaimView.of(claim)), StandardCharsets.UTF_8));
      assertTrue(claim.claimId().startsWith("SAMPLE-") && claim.person().personId().startsWith("SAMPLE-P-"));
      assertTrue(claim.costs().addUp());
      assertFalse(claim.payments().sum().exceeds(claim.costs().total()));
      assertTrue(
          edition.description().covers(claim.region()) && edition.description().isInForceOn(claim.serviceDate()));
      care.add(claim.care().type());
      claim.person().identities().stream().map(Identity::type).forEach(identities::add);
    }
    assertEquals(EnumSet.allOf(CareType.class), care);
    assertEquals(11, identities.size());
  }

  private static List<String> sample(Edition edition, long claims, long seed) {
    SamplePortfolio portfolio = new SamplePortfolio(SampleSettings.of(edition.description(), claims, seed));
    List<NumberedClaim> sample = new ArrayList<>();
    for (Portfolio.Part part = portfolio.next(); part != null; part = portfolio.next()) {
      part.people(new Tally()).forEach(sample::addAll);
    }
    return sample.stream().map(claim -> new String(Json.bytes(ClaimView.of(claim.claim())), StandardCharsets.UTF_8))
        .collect(Collectors.toList());
  }

  private Portfolio open(byte[] content) throws IOException {
    return new FilePortfolio(write(content), true, Language.ZH);
  }

  private Path write(byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "claims", ".csv");
    Files.write(file, content);
    return file;
  }
}
