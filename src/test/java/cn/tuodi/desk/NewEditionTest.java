package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.start.NewEdition;
import cn.tuodi.desk.start.NewEditionOrder;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Language;
import cn.tuodi.table.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.writing.VocabularySheet;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks of another year or place, made from those of an edition. */
class NewEditionTest {

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource({"guizhou/2024, guizhou/2023", "guangxi/2023, guangxi/2022"})
  @DisplayName("Another year is sound at once: its name, dates and ids are its own, and its local standards are carried over")
  void anotherYear(String name, String other) throws IOException {
    EditionId id = EditionId.parsed(name).orElseThrow();
    EditionSources like = EditionArchive.sources(EditionId.parsed(other).orElseThrow());
    NewEdition made = made(id, like, null);
    CheckedEdition checked = EditionChecker.check(sources(id, made));
    EditionDescription description = checked.description();
    EditionDescription old = EditionChecker.check(like).description();
    assertAll(() -> assertEquals(id, description.id()),
        () -> assertEquals(LocalDate.of(id.year(), 1, 1), description.from()),
        () -> assertEquals(null, description.to()),
        () -> assertTrue(description.name().contains(Integer.toString(id.year())), description::name),
        () -> assertTrue(description.nameEn().contains(Integer.toString(id.year())), description::nameEn),
        () -> assertEquals(old.areaCode(), description.areaCode()),
        () -> assertEquals(like.workbooks().keySet(), made.workbooks().keySet()),
        () -> made.workbooks().forEach((file, content) -> assertEquals(Optional.of(new TableName(id, file)),
            WorkbookMark.of(content))),
        () -> assertEquals(old.provisions().size(), description.provisions().size()),
        () -> assertEquals(List.of(), texts(made).stream().filter(text -> text.contains(old.name())
            || text.contains(other) || text.contains(old.nameEn())).toList(), "what names the edition before"));
  }

  @Test
  @DisplayName("Ids carry the year of the new edition, except those that the rules of the region cite")
  void ids() throws IOException {
    EditionId id = new EditionId("guangxi", 2023);
    EditionDescription made =
        EditionChecker.check(sources(id, made(id, EditionArchive.sources(Changed.EDITION), null))).description();
    assertAll(() -> assertTrue(made.provisions().containsKey("GX23-IP-4")),
        () -> assertFalse(made.provisions().containsKey("GX22-IP-4")),
        () -> assertTrue(made.provisions().containsKey("GX22-APP-HOW"), "cited by a rule"));
  }

  @Test
  @DisplayName("Another place has ids and code of its own, no local standards of the other, and says which were left out")
  void anotherPlace() throws IOException {
    EditionId id = new EditionId("yunnan", 2024);
    EditionSources like = EditionArchive.sources(Changed.EDITION);
    NewEdition made = made(id, like, "530000");
    assertAll(() -> assertTrue(made.workbooks().keySet().stream().noneMatch(file -> file.startsWith("local/"))),
        () -> assertTrue(made.dropped().stream().anyMatch(dropped -> dropped.in(Language.ZH).contains("local/450000"))),
        () -> assertEquals(List.of(), texts(made).stream().filter(text -> text.matches("GX\\d\\d-.*")).toList()),
        () -> assertEquals(List.of(), texts(made).stream().filter(text -> text.contains("guangxi")).toList()),
        () -> assertEquals("530000", Changed.cell(book(made.workbooks().get("edition.xlsx")), "版本", "C4")
            .getStringCellValue()));
  }

  @Test
  @DisplayName("A row that ended before is left out and told; one that had begun goes on from the first day; one to come stays")
  void rows() throws IOException {
    EditionId id = new EditionId("guangxi", 2023);
    byte[] dated = Changed.changed(Changed.built(), book -> {
      book.getSheet("救助待遇").copyRows(4, 4, book.getSheet("救助待遇").getLastRowNum() + 1,
          new CellCopyPolicy());
      int row = book.getSheet("救助待遇").getLastRowNum() + 1;
      Changed.date(book, "救助待遇", "G5", LocalDate.of(2022, 12, 31));
      Changed.date(book, "救助待遇", "F" + row, LocalDate.of(2023, 1, 1));
    });
    EditionSources like = EditionArchive.sources(Changed.EDITION).withWorkbook(Changed.TABLE.workbook(), dated);
    NewEdition made = made(id, like, null);
    CheckedEdition checked = EditionChecker.check(sources(id, made));
    assertTrue(told(made).contains("没有带过来：medical-assistance.xlsx“救助待遇”第 5 行已于 2022-12-31 失效"),
        made.dropped()::toString);
    assertTrue(checked.sheets().stream().filter(sheet -> sheet.name().equals("救助待遇"))
        .flatMap(sheet -> sheet.rows().stream().map(row -> sheet.value(row, Column.FROM)))
        .allMatch(day -> day == null));
    NewEdition earlier = NewEdition.of(like,
        new NewEditionOrder(id, LocalDate.of(2022, 12, 31), null, "名称", "Name"), ApplicationFiles.load().rules(id));
    assertTrue(told(earlier).stream().noneMatch(dropped -> dropped.contains("“救助待遇”第 5 行")),
        "the last day of the row is a day of the edition");
    assertEquals("名称", EditionChecker.check(sources(id, earlier)).description().name());
  }

  @Test
  @DisplayName("Every workbook that is made lists all columns that its sheets may have, those of areas, too, and once")
  void vocabulary() throws IOException {
    EditionId id = new EditionId("guangxi", 2023);
    NewEdition made = made(id, EditionArchive.sources(Changed.EDITION), null);
    assertTrue(made.workbooks().keySet().stream().anyMatch(file -> file.startsWith("local/")));
    for (Map.Entry<String, byte[]> workbook : made.workbooks().entrySet()) {
      Map<String, Set<String>> listed = new TreeMap<>();
      XSSFWorkbook book = book(workbook.getValue());
      book.getSheet("词汇").forEach(row -> {
        if (row.getRowNum() > 2) {
          listed.computeIfAbsent(row.getCell(0).getStringCellValue(), sheet -> new TreeSet<>())
              .add(row.getCell(1).getStringCellValue());
        }
      });
      Set<String> sheets = new TreeSet<>();
      book.forEach(sheet -> sheets.add(sheet.getSheetName()));
      sheets.removeAll(Set.of("说明", "词汇"));
      assertEquals(sheets, listed.keySet(), workbook.getKey());
      for (RawSheet sheet : RawWorkbook.read(workbook.getValue())) {
        sheet.columns().forEach(column -> assertTrue(listed.get(sheet.name()).contains(column.heading()),
            workbook.getKey() + " " + sheet.name() + " " + column.heading()));
      }
    }
    EditionSources again = sources(id, made);
    assertEquals(again.workbooks().keySet(), made(new EditionId("guangxi", 2024), again, null).workbooks().keySet());
    byte[] content = made.workbooks().get("safeguards.xlsx");
    assertSame(content, VocabularySheet.with(content));
  }

  private static List<String> told(NewEdition made) {
    return made.dropped().stream().map(dropped -> dropped.in(Language.ZH)).toList();
  }

  private static NewEdition made(EditionId id, EditionSources like, String area) throws IOException {
    return NewEdition.of(like, new NewEditionOrder(id, LocalDate.of(id.year(), 1, 1), area, null, null),
        ApplicationFiles.load().rules(id));
  }

  private static EditionSources sources(EditionId id, NewEdition made) {
    return new EditionSources(id.toString(), ApplicationFiles.load().rules(id), made.workbooks());
  }

  /** All texts but those that explain words, which give examples of their own. */
  private static List<String> texts(NewEdition made) throws IOException {
    List<String> texts = new ArrayList<>();
    for (byte[] content : made.workbooks().values()) {
      book(content).forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
        if (cell.getCellType() == CellType.STRING && !sheet.getSheetName().equals(VocabularySheet.NAME)) {
          texts.add(cell.getStringCellValue());
        }
      })));
    }
    return texts;
  }

  private static XSSFWorkbook book(byte[] content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(content));
  }
}
