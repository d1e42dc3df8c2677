package cn.tuodi.console;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form was filled in with when its sender turned out not to be logged in any more. It goes back to the browser
 * with the page that asks to log in, and is sent again from there: nothing is lost, and nothing is kept here.
 *
 * @param fields what was filled in
 * @param dropped whether a file was too large to go along, or there were several
 */
public record PendingForm(List<Entry> fields, boolean dropped) {

  /** Nothing that anybody typed. */
  public static final PendingForm NOTHING = new PendingForm(List.of(), false);

  /** Field that holds a file as Base64. */
  public static final String KEPT = "kept";

  /** Field that holds the name of that file. */
  public static final String KEPT_NAME = "keptName";

  /** A workbook has some ten thousand bytes; as text it must pass as one field of a form. */
  private static final int LARGEST = 700_000;

  /**
   * A field of a form.
   *
   * @param name its name
   * @param value what it holds
   */
  record Entry(String name, String value) {}

  /** Names and values in turn; those that are not stated are left out. */
  public static PendingForm of(String... namesAndValues) {
    List<Entry> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        fields.add(new Entry(namesAndValues[i], namesAndValues[i + 1]));
      }
    }
    return new PendingForm(fields, false);
  }

  /** All values by their names. */
  public static PendingForm of(Map<String, List<String>> sent) {
    List<Entry> fields = new ArrayList<>();
    sent.forEach((name, values) -> values.forEach(value -> fields.add(new Entry(name, value))));
    return new PendingForm(fields, false);
  }

  /** Without the files that came along: they have to be chosen again. */
  public PendingForm withoutFiles() {
    return new PendingForm(fields, true);
  }

  /** With the file that came along. */
  public PendingForm with(Optional<Upload> upload) {
    if (upload.isEmpty()) {
      return this;
    }
    if (upload.get().content().length > LARGEST) {
      return new PendingForm(fields, true);
    }
    List<Entry> all = new ArrayList<>(fields);
    all.add(new Entry(KEPT, Base64.getEncoder().encodeToString(upload.get().content())));
    all.add(new Entry(KEPT_NAME, upload.get().name()));
    return new PendingForm(all, false);
  }
}
