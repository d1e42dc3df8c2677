package cn.tuodi.console;

import cn.tuodi.wire.Language;
import cn.tuodi.wire.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A form as a page shows it, filled in, with what is wrong at each field.
 *
 * @param groups its groups
 * @param errors everything that is wrong
 */
record FormView(List<GroupView> groups, List<ErrorLink> errors) {

  /**
   * A group of fields.
   *
   * @param title heading
   * @param intro what it is about, or empty
   * @param foldable whether it can be folded
   * @param open whether it is unfolded
   * @param parts its parts
   */
  record GroupView(String title, String intro, boolean foldable, boolean open, List<PartView> parts) {}

  /**
   * A part of a group.
   *
   * @param title heading, or empty
   * @param foldable whether it can be folded: all parts of a list but the first
   * @param open whether it is unfolded
   * @param fields its fields
   */
  record PartView(String title, boolean foldable, boolean open, List<FieldView> fields) {}

  /**
   * A field.
   *
   * @param name name in the form
   * @param id id in the page
   * @param kind what it holds, in small letters
   * @param label label
   * @param hint what to write, or empty
   * @param needed whether it must be filled in
   * @param value what is filled in
   * @param optional whether nothing may be chosen
   * @param options what there is to choose from
   * @param error what is wrong, or empty
   */
  record FieldView(String name, String id, String kind, String label, String hint, boolean needed, String value,
      boolean optional, List<Option> options, String error) {

    /** Ids of what describes the field. */
    public String describedBy() {
      return (hint.isEmpty() ? "" : id + "-hint ") + (error.isEmpty() ? "" : id + "-error");
    }
  }

  /**
   * Something that is wrong.
   *
   * @param id id of the field, or of the form where it is about no single field
   * @param label label of the field, or empty
   * @param message what is wrong
   */
  record ErrorLink(String id, String label, String message) {}

  static FormView of(FormLayout layout, Filled filled, List<Violation> violations, Filled.Request request,
      Language language) {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<ErrorLink> errors = new ArrayList<>();
    for (Violation violation : violations) {
      Field field = field(layout, request.field(violation.pointer()));
      if (field == null) {
        errors.add(new ErrorLink("form", "", violation.pointer() + " " + violation.message()));
      } else {
        wrong.merge(field.pointer(), violation.message(), (one, other) -> one + language.of("；", "; ") + other);
        errors.add(new ErrorLink(id(field), language.of(field.zh(), field.en()), violation.message()));
      }
    }
    List<GroupView> groups =
        layout.groups().stream().map(group -> group(group, filled, wrong, language)).toList();
    return new FormView(groups, errors);
  }

  static FormView of(FormLayout layout, Filled filled, Language language) {
    return of(layout, filled, List.of(), filled.request(), language);
  }

  /** The field that a pointer leads to: itself, the first below it, or the first beside it. */
  private static Field field(FormLayout layout, String pointer) {
    for (Field field : layout.fields()) {
      if (field.pointer().equals(pointer)) {
        return field;
      }
    }
    for (String prefix = pointer; !prefix.isEmpty(); prefix = prefix.substring(0, prefix.lastIndexOf('/'))) {
      for (Field field : layout.fields()) {
        if (field.pointer().startsWith(prefix + "/")) {
          return field;
        }
      }
    }
    return null;
  }

  private static GroupView group(FormLayout.Group group, Filled filled, Map<String, String> wrong,
      Language language) {
    List<PartView> parts = new ArrayList<>();
    for (FormLayout.Part part : group.parts()) {
      List<FieldView> fields =
          part.fields().stream().map(field -> field(field, filled, wrong, language)).toList();
      boolean used = part.fields().stream().anyMatch(field -> isUsed(field, filled, wrong));
      parts.add(new PartView(language.of(part.zh(), part.en()), part.folded(), !part.folded() || used, fields));
    }
    boolean used = group.parts().stream().flatMap(part -> part.fields().stream())
        .anyMatch(field -> isUsed(field, filled, wrong));
    return new GroupView(language.of(group.zh(), group.en()), language.of(group.introZh(), group.introEn()),
        group.folded(), !group.folded() || used, parts);
  }

  private static boolean isUsed(Field field, Filled filled, Map<String, String> wrong) {
    return wrong.containsKey(field.pointer())
        || field.kind() != Field.Kind.YES_NO && !filled.values(field.pointer()).isEmpty();
  }

  private static FieldView field(Field field, Filled filled, Map<String, String> wrong, Language language) {
    List<String> values = filled.values(field.pointer());
    List<Option> options = field.choices().stream().map(choice -> new Option(choice.value(),
        Glossary.of(choice.label(), language), values.contains(choice.value()))).toList();
    return new FieldView(field.pointer(), id(field), field.kind().name().toLowerCase(Locale.ROOT),
        language.of(field.zh(), field.en()), language.of(field.hintZh(), field.hintEn()), field.needed(),
        filled.value(field.pointer()), field.initial().isEmpty(), options, wrong.getOrDefault(field.pointer(), ""));
  }

  private static String id(Field field) {
    return "f" + field.pointer().replace('/', '-');
  }
}
