package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column of a CSV portfolio: the field of a claim that it states. There is one for every field; only what had
 * accumulated in the year has none, for a simulation adds that up by itself, under each policy.
 *
 * @param field the field
 * @param pointer where it stands in a claim, for example {@code /person/birthDate}
 * @param required whether no claim can be without it
 */
record CsvColumn(ClaimField<?, ?> field, String pointer, boolean required) {

  private static final int LONGEST = 30;
  private static final List<CsvColumn> ALL = List.copyOf(columns(ClaimFields.SET, "", true));

  /** How a cell is written. */
  enum Kind {
    TEXT,
    /** Text that a spreadsheet must not have taken for a number. */
    ID,
    NUMBER,
    YES_NO,
    /** 2022-05-18, or 2022/5/18, 2022-5-18, 2022.5.18, 2022年5月18日 and 20220518 as spreadsheets write it. */
    DATE,
    /** Several names, separated by semicolons. */
    NAMES,
    /** Several entries, separated by semicolons, their fields by colons, for example {@code 0:0.60;50000:0.65}. */
    ENTRIES;

    /** How a value of a type is written. */
    static Kind of(ValueType<?> type) {
      return switch (type.kind()) {
        case TEXT, AREA, CHOICE -> TEXT;
        case CLAIM_ID, PERSON_ID -> ID;
        case AMOUNT, SUM, RATE, COUNT -> NUMBER;
        case YES_NO -> YES_NO;
        case DATE -> DATE;
        case LIST, SET -> type.element().fields() == null ? NAMES : ENTRIES;
        case OBJECT -> throw new IllegalArgumentException("an object has a column for each of its fields");
      };
    }
  }

  /** All columns, in the order of the fields. */
  static List<CsvColumn> all() {
    return ALL;
  }

  private static List<CsvColumn> columns(FieldSet<?> fields, String at, boolean required) {
    List<CsvColumn> columns = new ArrayList<>();
    for (ClaimField<?, ?> field : fields.fields()) {
      String pointer = at + "/" + field.name();
      if (field == ClaimFields.YEAR_TO_DATE) {
        continue;
      }
      if (field.type().kind() == ValueType.Kind.OBJECT) {
        columns.addAll(columns(field.type().fields(), pointer, required && field.required()));
      } else {
        columns.add(new CsvColumn(field, pointer, required && field.required()));
      }
    }
    return columns;
  }

  String heading() {
    return field.column();
  }

  Kind kind() {
    return Kind.of(field.type());
  }

  /** The column of a name, in capitals or not. */
  static Optional<CsvColumn> of(String heading) {
    return ALL.stream().filter(column -> column.heading().equalsIgnoreCase(heading)).findFirst();
  }

  /** The column whose name is most like one that is none; empty where none is alike. */
  static Optional<CsvColumn> nearest(String heading) {
    String name = heading.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    if (name.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    return ALL.stream().min(Comparator.comparingInt(column -> column.distanceTo(name)))
        .filter(column -> column.distanceTo(name) <= Math.max(1, name.length() / 3));
  }

  /** How many letters are to be put in, left out or changed. */
  private int distanceTo(String name) {
    String own = heading().toLowerCase(Locale.ROOT);
    int[] before = IntStream.rangeClosed(0, own.length()).toArray();
    for (int i = 1; i <= name.length(); i++) {
      int[] row = new int[own.length() + 1];
      row[0] = i;
      for (int j = 1; j <= own.length(); j++) {
        int changed = before[j - 1] + (name.charAt(i - 1) == own.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[own.length()];
  }

  /** The column that a Chinese name means; empty where there is none. */
  static Optional<CsvColumn> meant(String name) {
    return ALL.stream().filter(column -> column.field.label().zh().startsWith(name)).findFirst();
  }

  /** The column that states a field, or the part of one. */
  static Optional<CsvColumn> at(String pointer) {
    return ALL.stream().filter(column -> pointer.equals(column.pointer) || pointer.startsWith(column.pointer + "/"))
        .findFirst();
  }
}
