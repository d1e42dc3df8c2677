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
    text.line(language.text("simulation.column"), language.text("simulation.what-it-means"),
        language.text("simulation.needed"),
        language.text("simulation.how-to-write-it"), language.text("simulation.example"));
    List<JsonNode> examples = EXAMPLES.stream().map(PortfolioTemplate::example).toList();
    for (CsvColumn column : CsvColumn.all()) {
      Label label = column.field().label();
      text.line(column.heading(), label.full(language),
          column.required() ? language.text("simulation.yes") : language.text("simulation.no"),
          writing(column, language),
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
      case ID -> language.text("simulation.text-of-at-most-characters-give", type.to());
      case TEXT -> text(type, language);
      case NUMBER -> language.text("simulation.a-number-without-unit-or-separators");
      case YES_NO -> language.text("simulation.yes-or-no");
      case DATE -> language.text("simulation.a-day-such-as-2022-05");
      case NAMES -> language.text("simulation.several-separated-by-semicolons", text(type.element(), language));
      case ENTRIES -> entries(type.element().fields(), language);
    };
  }

  private static String text(ValueType<?> type, Language language) {
    return switch (type.kind()) {
      case CHOICE ->
        language.text("simulation.one-of-these-codes-or-its", CsvChoice.written(CsvChoice.of(type), language));
      case AREA -> language.text("simulation.area-code-of-six-digits");
      default -> language.text("simulation.text-of-at-most-characters", type.to());
    };
  }

  /** The form of an entry with an example, and what else there is to know of its fields. */
  private static String entries(FieldSet<?> fields, Language language) {
    CsvEntry entry = new CsvEntry(fields);
    StringBuilder text = new StringBuilder(entry.form(language))
        .append(language.text("simulation.several-separated-by-semicolons-such-as")).append(entry.example(language));
    for (ClaimField<?, ?> field : fields.fields()) {
      String name = CsvEntry.name(field, language);
      if (field.type().kind() == ValueType.Kind.RATE) {
        text.append(language.text("simulation.may-be-60-too", name));
      } else if (field.type().choices() != null) {
        text.append(language.text("simulation.is", name)).append(text(field.type(), language));
      }
    }
    return text.toString();
  }
}
