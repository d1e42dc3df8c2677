package cn.tuodi.simulation.portfolio;

import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.json.CsvText;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    text.line(CsvColumn.all().stream().map(CsvColumn::heading).toArray());
    for (String example : EXAMPLES) {
      JsonNode claim = example(example);
      text.line(CsvColumn.all().stream().map(column -> cell(column, claim)).toArray());
    }
    return text.bytes();
  }

  /** The columns with what they mean, in a language. */
  public static byte[] columns(Language language) {
    CsvText text = new CsvText();
    text.line(language.of("列名", "column"), language.of("含义", "what it means"), language.of("是否必填", "needed"),
        language.of("写法", "how to write it"), language.of("例", "example"));
    List<JsonNode> examples = EXAMPLES.stream().map(PortfolioTemplate::example).toList();
    for (CsvColumn column : CsvColumn.all()) {
      Label label = column.field().label();
      text.line(column.heading(), language.of(label.fullZh(), label.fullEn()),
          column.required() ? language.of("必填", "yes") : language.of("可不填", "no"), writing(column, language),
          examples.stream().map(claim -> cell(column, claim)).filter(cell -> !cell.isEmpty()).findFirst().orElse(""));
    }
    return text.bytes();
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

  /** What stands in a column for a claim; empty where it is not stated. */
  static String cell(CsvColumn column, JsonNode claim) {
    JsonNode value = claim.at(column.pointer());
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return switch (column.kind()) {
      case ID, TEXT, DATE -> value.asText();
      case NUMBER -> plain(value.decimalValue());
      case YES_NO -> value.booleanValue() ? "是" : "否";
      case NAMES -> joined(value, JsonNode::asText);
      case ENTRIES -> joined(value, entry -> entry(column.field().type().element().fields(), entry));
    };
  }

  private static String joined(JsonNode items, Function<JsonNode, String> written) {
    List<String> parts = new ArrayList<>();
    items.forEach(item -> parts.add(written.apply(item)));
    return String.join(";", parts);
  }

  /** The fields of an entry between colons, without those at its end that are not stated. */
  private static String entry(FieldSet<?> fields, JsonNode entry) {
    List<String> parts = new ArrayList<>();
    for (ClaimField<?, ?> field : fields.fields()) {
      JsonNode value = entry.path(field.name());
      parts.add(value.isNumber() ? plain(value.decimalValue()) : value.isNull() ? "" : value.asText());
    }
    while (parts.get(parts.size() - 1).isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    return String.join(":", parts);
  }

  private static String plain(BigDecimal number) {
    return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
  }

  private static String writing(CsvColumn column, Language language) {
    ValueType<?> type = column.field().type();
    return switch (column.kind()) {
      case ID -> language.of("文字，最多 " + type.to() + " 个字符；在表格软件中请先把这一列设为文本格式，以免长编号被改写",
          "text of at most " + type.to()
              + " characters; give the column the format \"Text\", lest a spreadsheet rewrite "
              + "long ids");
      case TEXT -> text(type, language);
      case NUMBER -> language.of("数字，不带单位和千分位", "a number without unit or separators");
      case YES_NO -> language.of("是 或 否", "是 (yes) or 否 (no)");
      case DATE -> language.of("日期，例如 2022-05-18 或 2022/5/18", "a day such as 2022-05-18 or 2022/5/18");
      case NAMES -> language.of("多个用分号隔开，", "several separated by semicolons, ") + text(type.element(), language);
      case ENTRIES -> entries(type.element().fields(), language);
    };
  }

  private static String text(ValueType<?> type, Language language) {
    return switch (type.kind()) {
      case CHOICE -> language.of("下列之一，写代码或中文名称：", "one of these codes, or its Chinese name: ")
          + CsvChoice.written(CsvChoice.of(type), language);
      case AREA -> language.of("六位行政区划代码", "area code of six digits");
      default -> language.of("文字，最多 " + type.to() + " 个字符", "text of at most " + type.to() + " characters");
    };
  }

  /** The form of an entry with an example, and what else there is to know of its fields. */
  private static String entries(FieldSet<?> fields, Language language) {
    CsvEntry entry = new CsvEntry(fields);
    StringBuilder text = new StringBuilder(entry.form(language)).append(language.of("，多个用分号隔开，例如 ",
        ", several separated by semicolons, such as ")).append(entry.example(language));
    for (ClaimField<?, ?> field : fields.fields()) {
      String name = CsvEntry.name(field, language);
      if (field.type().kind() == ValueType.Kind.RATE) {
        text.append(language.of("；" + name + "也可写 60%", "; \"" + name + "\" may be 60%, too"));
      } else if (field.type().choices() != null) {
        text.append(language.of("；" + name + "为", "; \"" + name + "\" is ")).append(text(field.type(), language));
      }
    }
    return text.toString();
  }
}
