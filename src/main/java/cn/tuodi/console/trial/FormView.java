package cn.tuodi.console.trial;

import cn.tuodi.console.Area;
import cn.tuodi.console.Areas;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Option;
import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form as a page shows it, filled in, with what is wrong at each field.
 *
 * @param groups its groups
 * @param errors everything that is wrong
 * @param places areas that are suggested where one is asked for
 */
record FormView(List<GroupView> groups, List<ErrorLink> errors, List<Option> places) {

  private static final String ERROR = "-error";
  private static final Mark NONE = new Mark("", "");

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
   * @param invalid whether something is wrong
   * @param error what is wrong, where it is said here, or empty
   * @param errorId id of where it is said
   */
  record FieldView(String name, String id, String kind, String label, String hint, boolean needed, String value,
      boolean optional, List<Option> options, boolean invalid, String error, String errorId) {

    /** What is filled in, in words; empty where that is nothing, or a box is not ticked. */
    public String stated() {
      return switch (kind) {
        case "choice", "several" -> options.stream().filter(Option::selected).map(Option::label)
            .collect(Collectors.joining("、"));
        case "yes_no" -> value.equals("true") ? "✓" : "";
        case "percent" -> value.isEmpty() ? "" : value + "%";
        default -> value;
      };
    }

    /** Ids of what describes the field. */
    public String describedBy() {
      return (hint.isEmpty() ? "" : id + "-hint ") + errorId;
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

  /**
   * A form.
   *
   * @param faults what is wrong with it
   * @param places areas that are suggested where one is asked for
   */
  static FormView of(FormLayout layout, FormValues filled, List<FieldFault> faults, List<Area> places,
      Language language) {
    Map<String, Mark> marks = new LinkedHashMap<>();
    List<ErrorLink> errors = new ArrayList<>();
    for (FieldFault fault : faults) {
      String first = fault.fields().isEmpty() ? "" : fault.fields().get(0);
      errors.add(first.isEmpty() ? new ErrorLink("claim", "", fault.message())
          : new ErrorLink(id(first), label(layout, first, language), fault.message()));
      for (String field : fault.fields()) {
        Mark mark = new Mark(field.equals(first) ? fault.message() : "", id(first) + ERROR);
        marks.merge(field, mark, (one, other) -> one.and(other, language));
      }
    }
    List<Option> suggestions = places.stream()
        .map(area -> new Option(Areas.written(area.code(), language), area.code(), false)).toList();
    return new FormView(layout.groups().stream().map(group -> group(group, filled, marks, language)).toList(), errors,
        suggestions);
  }

  static FormView of(FormLayout layout, FormValues filled, List<Area> places, Language language) {
    return of(layout, filled, List.of(), places, language);
  }

  /** What is wrong at a field: what is said there, and where it is said. */
  private record Mark(String message, String describedBy) {

    Mark and(Mark other, Language language) {
      String both = message.isEmpty() || other.message.isEmpty() ? message + other.message
          : language.text("language.two-statements", message, other.message);
      return new Mark(both, both.isEmpty() || describedBy.equals(other.describedBy) ? describedBy
          : describedBy + " " + other.describedBy);
    }
  }

  /** The label of a field, after that of the part that it is in. */
  private static String label(FormLayout layout, String pointer, Language language) {
    for (FormLayout.Group group : layout.groups()) {
      for (FormLayout.Part part : group.parts()) {
        for (Field field : part.fields()) {
          if (field.pointer().equals(pointer)) {
            String label = language.of(field.zh(), field.en());
            return part.zh().isEmpty() ? label
                : language.text("language.two-clauses", language.of(part.zh(), part.en()), label);
          }
        }
      }
    }
    return "";
  }

  /** Everything that is filled in, for a sheet of paper. */
  public List<Stated> stated() {
    List<Stated> stated = new ArrayList<>();
    for (GroupView group : groups) {
      for (PartView part : group.parts()) {
        part.fields().stream().filter(field -> !field.stated().isEmpty())
            .forEach(field -> stated.add(new Stated(
                part.title().isEmpty() || group.foldable() ? part.title() + field.label() : field.label(),
                field.stated())));
      }
    }
    return stated;
  }

  /**
   * Something that is filled in.
   *
   * @param label label of the field, after that of its part where several are alike
   * @param value what is filled in, in words
   */
  record Stated(String label, String value) {}

  private static GroupView group(FormLayout.Group group, FormValues filled, Map<String, Mark> marks,
      Language language) {
    List<PartView> parts = new ArrayList<>();
    for (FormLayout.Part part : group.parts()) {
      List<FieldView> fields =
          part.fields().stream().map(field -> field(field, filled, marks, language)).toList();
      boolean used = part.fields().stream().anyMatch(field -> isUsed(field, filled, marks));
      parts.add(new PartView(language.of(part.zh(), part.en()), part.folded(), !part.folded() || used, fields));
    }
    boolean used = group.parts().stream().flatMap(part -> part.fields().stream())
        .anyMatch(field -> isUsed(field, filled, marks));
    return new GroupView(language.of(group.zh(), group.en()), language.of(group.introZh(), group.introEn()),
        group.folded(), !group.folded() || used, parts);
  }

  private static boolean isUsed(Field field, FormValues filled, Map<String, Mark> marks) {
    return marks.containsKey(field.pointer())
        || field.kind() != Field.Kind.YES_NO && !filled.values(field.pointer()).isEmpty();
  }

  private static FieldView field(Field field, FormValues filled, Map<String, Mark> marks, Language language) {
    List<String> values = filled.values(field.pointer());
    List<Option> options = field.choices().stream().map(choice -> new Option(choice.value(),
        Glossary.of(choice.label(), language), values.contains(choice.value()))).toList();
    Mark mark = marks.getOrDefault(field.pointer(), NONE);
    return new FieldView(field.pointer(), id(field.pointer()), field.kind().name().toLowerCase(Locale.ROOT),
        language.of(field.zh(), field.en()), hint(field, filled.value(field.pointer()), language), field.needed(),
        shown(field, filled.value(field.pointer()), language), field.initial().isEmpty(), options,
        marks.containsKey(field.pointer()), mark.message(), mark.describedBy());
  }

  /** What to write, and where a figure was written in another way than it is read, how. */
  private static String hint(Field field, String value, Language language) {
    String hint = language.of(field.hintZh(), field.hintEn());
    String read = FormValues.read(field, value);
    return read.equals(value) ? hint
        : language.text(hint.isEmpty() ? "console.is-read-as" : "console.is-read-as-2", hint, value, read);
  }

  /** What a field shows: a place by its name and a figure in plain digits, however they were written. */
  private static String shown(Field field, String value, Language language) {
    List<Area> named = field.kind() == Field.Kind.PLACE ? Areas.named(value) : List.of();
    return named.size() == 1 ? Areas.written(named.get(0).code(), language) : FormValues.read(field, value);
  }

  private static String id(String pointer) {
    return "f" + pointer.replace('/', '-');
  }
}
