package cn.tuodi.simulation;

import cn.tuodi.wire.ClaimReader;
import cn.tuodi.wire.CsvText;
import cn.tuodi.wire.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A portfolio of claims to begin with, and what its columns mean. */
public final class PortfolioTemplate {

  private static final List<String> EXAMPLES = List.of("guangxi", "guizhou", "bayingolin");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private PortfolioTemplate() {}

  /** All columns, and an example from each region below them. */
  public static byte[] csv() {
    CsvText text = new CsvText();
    text.line(Arrays.stream(CsvColumn.values()).map(CsvColumn::heading).toArray());
    for (String example : EXAMPLES) {
      JsonNode claim = example(example);
      text.line(Arrays.stream(CsvColumn.values()).map(column -> cell(column, claim)).toArray());
    }
    return text.bytes();
  }

  /** The columns with what they mean, in a language. */
  public static byte[] columns(Language language) {
    CsvText text = new CsvText();
    text.line(language.of("列名", "column"), language.of("含义", "what it means"), language.of("是否必填", "needed"),
        language.of("写法", "how to write it"), language.of("例", "example"));
    List<JsonNode> examples = EXAMPLES.stream().map(PortfolioTemplate::example).toList();
    for (CsvColumn column : CsvColumn.values()) {
      Map<?, ?> schema = schema(column.pointer());
      text.line(column.heading(), meaning(schema, language),
          column.required() ? language.of("必填", "yes") : language.of("可不填", "no"), writing(column, schema, language),
          examples.stream().map(claim -> cell(column, claim)).filter(cell -> !cell.isEmpty()).findFirst().orElse(""));
    }
    return text.bytes();
  }

  /** The column that states what a Chinese name says; empty where there is none. */
  static Optional<CsvColumn> meant(String name) {
    return Arrays.stream(CsvColumn.values())
        .filter(column -> meaning(schema(column.pointer()), Language.ZH).startsWith(name)).findFirst();
  }

  private static JsonNode example(String name) {
    try (InputStream in = PortfolioTemplate.class.getResourceAsStream("/examples/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the application was built without the example " + name);
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(CsvColumn column, JsonNode claim) {
    JsonNode value = claim.at(column.pointer());
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return switch (column.kind()) {
      case ID, TEXT, DATE -> value.asText();
      case NUMBER -> plain(value.decimalValue());
      case YES_NO -> value.booleanValue() ? "是" : "否";
      case IDENTITIES -> joined(value, PortfolioTemplate::identity);
      case TIERS -> joined(value, tier -> plain(tier.get("above").decimalValue()) + ":"
          + plain(tier.get("rate").decimalValue()));
    };
  }

  private static String joined(JsonNode items, Function<JsonNode, String> written) {
    List<String> parts = new ArrayList<>();
    items.forEach(item -> parts.add(written.apply(item)));
    return String.join(";", parts);
  }

  private static String identity(JsonNode identity) {
    JsonNode ended = identity.path("endedOn");
    return identity.get("type").asText() + ":" + identity.get("recognisedOn").asText()
        + (ended.isTextual() ? ":" + ended.asText() : "");
  }

  private static String plain(BigDecimal number) {
    return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
  }

  /** The schema of what a column states. */
  private static Map<?, ?> schema(String pointer) {
    Map<?, ?> at = ClaimReader.schema();
    for (String name : pointer.substring(1).split("/")) {
      at = (Map<?, ?>) ((Map<?, ?>) at.get("properties")).get(name);
    }
    return at;
  }

  /** Descriptions are in both languages, Chinese first. */
  private static String meaning(Map<?, ?> schema, Language language) {
    String[] both = String.valueOf(schema.get("description")).split(" / ", 2);
    return language.of(both[0], both[both.length - 1]);
  }

  private static String writing(CsvColumn column, Map<?, ?> schema, Language language) {
    return switch (column.kind()) {
      case ID -> language.of("文字，最多 " + schema.get("maxLength") + " 个字符；在表格软件中请先把这一列设为文本格式，以免长编号被改写",
          "text of at most " + schema.get("maxLength")
              + " characters; give the column the format \"Text\", lest a spreadsheet rewrite long ids");
      case TEXT -> text(column, schema, language);
      case NUMBER -> language.of("数字，不带单位和千分位", "a number without unit or separators");
      case YES_NO -> language.of("是 或 否", "是 (yes) or 否 (no)");
      case DATE -> language.of("日期，例如 2022-05-18 或 2022/5/18", "a day such as 2022-05-18 or 2022/5/18");
      case IDENTITIES -> language.of("身份:认定日期[:退出日期]，多个用分号隔开；身份写代码或中文名称：",
          "identity:recognised[:ended], several separated by "
              + "semicolons; identities are these, or their Chinese names: ")
          + CsvChoice.written(CsvChoice.of(column), language);
      case TIERS -> language.of("起付线以上起点:比例，多段用分号隔开，例如 0:0.60;50000:0.65，比例也可写 60%",
          "edge above the deductible:rate, several separated by semicolons, such as 0:0.60;50000:0.65; a rate may be 60%, too");
    };
  }

  private static String text(CsvColumn column, Map<?, ?> schema, Language language) {
    List<CsvChoice> choices = CsvChoice.of(column);
    if (!choices.isEmpty()) {
      return language.of("下列之一，写代码或中文名称：", "one of these codes, or its Chinese name: ")
          + CsvChoice.written(choices, language);
    }
    return column == CsvColumn.REGION ? language.of("六位行政区划代码", "area code of six digits")
        : language.of("文字，最多 " + schema.get("maxLength") + " 个字符",
            "text of at most " + schema.get("maxLength") + " characters");
  }
}
