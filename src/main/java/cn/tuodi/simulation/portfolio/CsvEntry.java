package cn.tuodi.simulation.portfolio;

import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Language;
import java.util.stream.Collectors;

/**
 * How one of several entries of a cell is written: its fields in their order, between colons.
 *
 * @param fields the fields
 */
record CsvEntry(FieldSet<?> fields) {

  /** The names of the fields, those in brackets that may be left out. */
  String form(Language language) {
    StringBuilder form = new StringBuilder();
    for (ClaimField<?, ?> field : fields.fields()) {
      String name = name(field, language);
      form.append(form.length() == 0 ? name : field.required() ? ":" + name : "[:" + name + "]");
    }
    return form.toString();
  }

  /** An entry that states what must be stated. */
  String example(Language language) {
    return fields.fields().stream().filter(ClaimField::required).map(field -> example(field.type(), language))
        .collect(Collectors.joining(":"));
  }

  private static String example(ValueType<?> type, Language language) {
    return switch (type.kind()) {
      case CHOICE -> language.of(CsvChoice.of(type).get(0).label(), CsvChoice.of(type).get(0).code());
      case DATE -> "2021-01-10";
      case RATE -> "0.60";
      case YES_NO -> "是";
      case COUNT -> Integer.toString(type.from());
      case AREA -> "450100";
      default -> "0";
    };
  }

  static String name(ClaimField<?, ?> field, Language language) {
    return language.of(field.label().zh(), field.label().en());
  }
}
