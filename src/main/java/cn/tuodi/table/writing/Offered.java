package cn.tuodi.table.writing;

import cn.tuodi.policy.PersonClass;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.Row;
import cn.tuodi.table.cell.PolicyTypes;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the lists of a place offer: the classes that its rows speak of, and the identities that give one or that some row
 * asks for. Whatever else the vocabulary has can still be typed.
 *
 * @param classes labels of classes
 * @param identities labels of identities
 */
public record Offered(Set<String> classes, Set<String> identities) {

  private static final String IDENTITY = "身份";
  private static final String CLASS = "对象类别";

  /**
   * What the workbooks of an edition offer.
   *
   * @throws IOException if one cannot be read cell by cell
   */
  public static Offered of(Collection<byte[]> workbooks) throws IOException {
    Set<Object> classes = new LinkedHashSet<>();
    Set<Object> identities = new LinkedHashSet<>();
    for (byte[] workbook : workbooks) {
      for (RawSheet sheet : RawWorkbook.read(workbook)) {
        boolean ofAll =
            sheet.name().equals(Layouts.CLASSES.sheet()) || sheet.name().equals(Layouts.PREFERENCES.sheet());
        for (Row row : sheet.rows()) {
          Object personClass = value(sheet, row, CLASS);
          classes.add(personClass);
          if (!ofAll || personClass != null && !personClass.equals(PersonClass.NONE.label())) {
            identities.add(value(sheet, row, IDENTITY));
          }
        }
      }
    }
    return new Offered(among(PolicyTypes.PERSON_CLASS.choices(), classes),
        among(PolicyTypes.IDENTITY.choices(), identities));
  }

  private static Object value(RawSheet sheet, Row row, String heading) {
    for (int i = 0; i < sheet.columns().size(); i++) {
      if (sheet.columns().get(i).heading().equals(heading)) {
        return row.values().get(i);
      }
    }
    return null;
  }

  private static Set<String> among(Set<String> all, Set<Object> named) {
    Set<String> among = new LinkedHashSet<>(all);
    among.removeIf(label -> !named.contains(label));
    return among;
  }

  /** The choices of a column of a sheet. */
  Set<String> of(String sheet, Column column) {
    if (column.type() == PolicyTypes.PERSON_CLASS && !classes.isEmpty()) {
      return classes;
    }
    boolean ofAll = sheet.equals(Layouts.CLASSES.sheet()) || sheet.equals(Layouts.PREFERENCES.sheet());
    return column.type() == PolicyTypes.IDENTITY && !ofAll && !identities.isEmpty() ? identities
        : column.type().choices();
  }

  /** Whether the list of a column leaves out what the vocabulary has. */
  boolean isNarrowed(String sheet, Column column) {
    return of(sheet, column).size() < column.type().choices().size();
  }
}
