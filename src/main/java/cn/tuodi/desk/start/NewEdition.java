package cn.tuodi.desk.start;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.RewrittenWorkbook;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import cn.tuodi.table.Row;
import cn.tuodi.table.writing.VocabularySheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The workbooks of an edition of another year or place, made from those of one that there is: the sheets that it uses, with
 * titles, explanations, dates and provision ids rewritten. What cannot hold in the new one is left out and told.
 *
 * @param workbooks files by their names within the edition
 * @param dropped what was left out, a sentence each
 */
public record NewEdition(Map<String, byte[]> workbooks, List<Message> dropped) {

  private static final String EDITION_WORKBOOK = "edition.xlsx";
  private static final String EDITION_SHEET = "版本";
  private static final String EXPLANATION = "说明";
  private static final String AREA = "行政区划代码";
  private static final String PREMIUMS_FROM = "生效前先适用的参保年度自";

  /**
   * Makes the workbooks.
   *
   * @param like the files of the edition that they are made from; it must be sound
   * @param order what is known of the new one
   * @param rules source of the written rules that it has
   * @throws IOException if a workbook cannot be read
   */
  public static NewEdition of(EditionSources like, NewEditionOrder order, Map<String, String> rules)
      throws IOException {
    return new Maker(EditionChecker.check(like).description(), order, rules).made(like);
  }

  private static final class Maker {

    private final EditionDescription like;
    private final NewEditionOrder order;
    private final ProvisionIds ids;
    private final List<Message> dropped = new ArrayList<>();

    Maker(EditionDescription like, NewEditionOrder order, Map<String, String> rules) {
      this.like = like;
      this.order = order;
      this.ids = new ProvisionIds(like, order.id(), rules.values());
    }

    NewEdition made(EditionSources sources) throws IOException {
      Map<String, byte[]> workbooks = new TreeMap<>();
      boolean samePlace = order.areaCodeLike(like).equals(like.areaCode());
      for (Map.Entry<String, byte[]> workbook : new TreeMap<>(sources.workbooks()).entrySet()) {
        if (workbook.getKey().startsWith(EditionSources.LOCAL) && !samePlace) {
          dropped.add(Message.of("desk.local-standards-left-out", workbook.getKey()));
        } else {
          workbooks.put(workbook.getKey(), WorkbookMark.marked(made(workbook.getKey(), workbook.getValue()),
              new TableName(order.id(), workbook.getKey())));
        }
      }
      return new NewEdition(workbooks, List.copyOf(dropped));
    }

    private byte[] made(String file, byte[] content) throws IOException {
      Map<String, List<WrittenRow>> changed = new LinkedHashMap<>();
      for (RawSheet sheet : RawWorkbook.read(content)) {
        List<WrittenRow> rows = rows(file, sheet);
        if (!rows.stream().map(WrittenRow::values).toList().equals(sheet.rows().stream().map(Row::values).toList())) {
          changed.put(sheet.name(), rows);
        }
      }
      return VocabularySheet.with(
          RewrittenWorkbook.of(changed.isEmpty() ? content : RawWorkbook.with(content, changed), this::rewritten));
    }

    private List<WrittenRow> rows(String file, RawSheet sheet) {
      if (sheet.name().equals(CaseLayout.CASES.sheet())) {
        // Worked cases are computed by the figures of their own document.
        dropped.add(Message.of("desk.worked-cases-left-out", file, sheet.rows().size()));
        return List.of();
      }
      return file.equals(EDITION_WORKBOOK) && sheet.name().equals(EDITION_SHEET) ? named(sheet) : dated(file, sheet);
    }

    /** The row that names the edition. */
    private List<WrittenRow> named(RawSheet sheet) {
      return sheet.rows().stream().map(row -> {
        List<Object> values = new ArrayList<>(row.values());
        set(sheet, values, "地区", order.id().region());
        set(sheet, values, "年度", BigDecimal.valueOf(order.id().year()));
        set(sheet, values, AREA, order.areaCodeLike(like));
        set(sheet, values, Column.FROM, order.from());
        set(sheet, values, Column.TO, Column.NONE);
        set(sheet, values, "名称", order.nameLike(like));
        set(sheet, values, "英文名称", order.nameEnLike(like));
        if (like.premiumsFrom() != null) {
          set(sheet, values, PREMIUMS_FROM,
              BigDecimal.valueOf((long) like.premiumsFrom() + order.id().year() - like.id().year()));
        }
        return new WrittenRow(row.number(), values);
      }).toList();
    }

    private static void set(RawSheet sheet, List<Object> values, String heading, Object value) {
      int column = column(sheet, heading);
      if (column >= 0) {
        values.set(column, value);
      }
    }

    private static int column(RawSheet sheet, String heading) {
      return IntStream.range(0, sheet.columns().size())
          .filter(i -> sheet.columns().get(i).heading().equals(heading)).findFirst().orElse(-1);
    }

    /** Rows that have ended are left out; those that had begun go on from the first day. */
    private List<WrittenRow> dated(String file, RawSheet sheet) {
      int from = column(sheet, Column.FROM);
      int to = column(sheet, Column.TO);
      List<WrittenRow> rows = new ArrayList<>();
      for (Row row : sheet.rows()) {
        List<Object> values = new ArrayList<>(row.values());
        LocalDate last = date(sheet, values, to);
        LocalDate first = date(sheet, values, from);
        if (last != null && last.isBefore(order.from())) {
          dropped.add(Message.of("desk.row-that-ended-left-out", file, sheet.name(), row.number(), last));
        } else {
          if (first != null && !first.isAfter(order.from())) {
            values.set(from, Column.ANY);
          }
          rows.add(new WrittenRow(row.number(), values));
        }
      }
      return rows;
    }

    /** The day of a row; null where the sheet has none that is a condition. */
    private static LocalDate date(RawSheet sheet, List<Object> values, int column) {
      return column < 0 || !sheet.columns().get(column).isCondition() ? null
          : (LocalDate) RawWorkbook.meant(sheet.columns().get(column), values.get(column));
    }

    private String rewritten(String sheet, String text) {
      String named = ids.in(text).replace(like.id().toString(), order.id().toString())
          .replace(like.name(), order.nameLike(like)).replace(like.nameEn(), order.nameEnLike(like));
      return sheet.equals(EXPLANATION) ? named.replace(like.from().toString(), order.from().toString()) : named;
    }
  }
}
