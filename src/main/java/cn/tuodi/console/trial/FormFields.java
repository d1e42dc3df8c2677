package cn.tuodi.console.trial;

import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.field.DisabilityFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.claim.field.YearFields;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Fields of a form, as the fields of a claim are declared. */
final class FormFields {

  /** What is chosen or written stands before ids, and boxes to tick come last. */
  private static final Comparator<ClaimField<?, ?>> ORDER = Comparator.comparing(field -> switch (field.type().kind()) {
    case YES_NO -> 2;
    case CLAIM_ID -> 1;
    default -> 0;
  });

  private FormFields() {}

  /** The fields of an object that are no objects or lists themselves. */
  static FormLayout.Part plain(FieldSet<?> fields, String at, boolean needed) {
    return part("", "", plainFields(fields, at, needed));
  }

  /** The fields of an object and of the objects in it; boxes to tick last. */
  static FormLayout.Part whole(FieldSet<?> fields, String at) {
    List<Field> boxes = plainFields(fields, at, true);
    List<Field> whole = new ArrayList<>();
    boxes.stream().filter(field -> field.kind() != Field.Kind.YES_NO).forEach(whole::add);
    for (ClaimField<?, ?> field : fields.fields()) {
      if (field.type().kind() == ValueType.Kind.OBJECT) {
        whole.addAll(plainFields(field.type().fields(), at + "/" + field.name(), false));
      }
    }
    boxes.stream().filter(field -> field.kind() == Field.Kind.YES_NO).forEach(whole::add);
    return part("", "", whole);
  }

  /** The plain fields of an object, and a part for each object in it. */
  static List<FormLayout.Part> parts(FieldSet<?> fields, String at) {
    List<FormLayout.Part> parts = new ArrayList<>();
    parts.add(plain(fields, at, false));
    for (ClaimField<?, ?> field : fields.fields()) {
      if (field.type().kind() == ValueType.Kind.OBJECT) {
        parts.add(part(field.label().zh(), field.label().en(), leaves(field, at)));
      }
    }
    return parts;
  }

  /**
   * A part for each of the first entries of a list; those after the first are folded.
   *
   * @param entry what an entry is called, with {@code #} for its number
   */
  static List<FormLayout.Part> rows(ClaimField<?, ?> list, String at, int count, Message entry) {
    List<FormLayout.Part> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FormLayout.Part row = part(numbered(entry.in(Language.ZH), i), numbered(entry.in(Language.EN), i),
          plainFields(list.type().element().fields(), at + "/" + list.name() + "/" + i, false));
      rows.add(i == 0 ? row : FormLayout.folded(row));
    }
    return rows;
  }

  private static String numbered(String name, int index) {
    return name.replace("#", Integer.toString(index + 1));
  }

  private static FormLayout.Part part(String zh, String en, List<Field> fields) {
    return new FormLayout.Part(zh, en, false, fields);
  }

  private static List<Field> plainFields(FieldSet<?> fields, String at, boolean needed) {
    List<ClaimField<?, ?>> plain = new ArrayList<>();
    for (ClaimField<?, ?> field : fields.fields()) {
      // A page decides one claim and carries nothing on, so it asks for nobody's id.
      if (kind(field.type()) != null && field != PersonFields.PERSON_ID) {
        plain.add(field);
      }
    }
    plain.sort(ORDER);
    return plain.stream().map(field -> field(field, at, needed)).toList();
  }

  /** The plain fields below a field, those of an object within it told apart by its name. */
  private static List<Field> leaves(ClaimField<?, ?> object, String at) {
    String below = at + "/" + object.name();
    List<Field> leaves = new ArrayList<>(plainFields(object.type().fields(), below, false));
    for (ClaimField<?, ?> field : object.type().fields().fields()) {
      if (field.type().kind() == ValueType.Kind.OBJECT) {
        leaves(field, below).forEach(leaf -> leaves.add(leaf.called(leaf.zh() + "，" + field.label().zh(),
            leaf.en() + ", " + field.label().en().toLowerCase(Locale.ROOT))));
      }
    }
    return leaves;
  }

  private static Field field(ClaimField<?, ?> declared, String at, boolean needed) {
    Label label = declared.label();
    boolean percent = declared.type().kind() == ValueType.Kind.RATE;
    Field field =
        new Field(at + "/" + declared.name(), kind(declared.type()), percent ? label.zh() + "（%）" : label.zh(),
            percent ? label.en() + " (%)" : label.en(), label.help(Language.ZH), label.help(Language.EN),
            needed && declared.required(),
            initial(declared.otherwise()), choices(declared));
    if (declared == YearFields.YEAR) {
      return field.hint(Message.of("console.empty-that-of-the-service-date"));
    }
    return field.kind() == Field.Kind.PLACE
        ? field.hint(Message.of("console.name-or-code-of-six-digits"))
        : field;
  }

  /** What the form holds before anything is filled in: what is meant where nothing is stated. */
  private static String initial(Object otherwise) {
    if (otherwise instanceof Enum<?> constant) {
      return constant.name();
    }
    return Boolean.TRUE.equals(otherwise) ? "true" : "";
  }

  private static List<Field.Choice> choices(ClaimField<?, ?> field) {
    ValueType<?> type = field.type().element() == null ? field.type() : field.type().element();
    if (type.choices() == null) {
      return List.of();
    }
    // A multiple disability is not made of multiple disabilities.
    return type.choices().entrySet().stream()
        .filter(choice -> field != DisabilityFields.COMPONENTS || choice.getKey() != DisabilityKind.MULTIPLE)
        .map(choice -> new Field.Choice(((Enum<?>) choice.getKey()).name(), choice.getValue())).toList();
  }

  /** How a value is filled in; null for what takes more than one field. */
  private static Field.Kind kind(ValueType<?> type) {
    return switch (type.kind()) {
      case AMOUNT, SUM -> Field.Kind.AMOUNT;
      case RATE -> Field.Kind.PERCENT;
      case DATE -> Field.Kind.DATE;
      case YES_NO -> Field.Kind.YES_NO;
      case COUNT -> Field.Kind.COUNT;
      case TEXT, CLAIM_ID, PERSON_ID -> Field.Kind.TEXT;
      case AREA -> Field.Kind.PLACE;
      case CHOICE -> Field.Kind.CHOICE;
      case LIST, SET -> type.element().choices() == null ? null : Field.Kind.SEVERAL;
      case OBJECT -> null;
    };
  }
}
