package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionDescription;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of downloaded workbooks, and what they come back as. */
class SavedNameTest {

  private static final List<EditionDescription> EDITIONS =
      EditionArchive.load().editions().stream().map(Edition::description).toList();

  @Test
  @DisplayName("Every workbook of every edition has a name of its own, by which it is recognised, in whatever state")
  void thereAndBack() {
    List<String> names = new ArrayList<>();
    for (EditionDescription edition : EDITIONS) {
      List<String> workbooks = new ArrayList<>(WorkbookTitle.OF_EDITION);
      workbooks.add("local/520100/standards.xlsx");
      for (String workbook : workbooks) {
        for (String state : List.of("", "草稿", "草稿-批注", "批注", "第12次发布")) {
          String name = SavedName.of(edition.name(), workbook, state);
          assertEquals(Optional.of(new SavedName.Recognised(edition.id(), workbook)),
              SavedName.recognised(name, EDITIONS), name);
          names.add(name);
        }
      }
    }
    assertEquals(names.size(), names.stream().distinct().count());
    assertTrue(names.contains("贵州省2023-医疗救助.xlsx"), names::toString);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"贵州省2023-医疗救助 (1).xlsx", "贵州省2023-医疗救助(12).XLSX", "贵州省2023-医疗救助 - 副本.xlsx",
      "贵州省2023-医疗救助-副本 (2).xlsx", "贵州省2023-医疗救助副本2.xlsx", "副本贵州省2023-医疗救助.xlsx", "Copy of 贵州省2023-医疗救助.xlsx",
      "贵州省２０２３－医疗救助（１）.xlsx", "贵州省 2023 年版-医疗救助.xlsx", "C:\\下载\\贵州省2023-医疗救助.xlsx", "下载/贵州省2023_医疗救助.xlsx",
      "guizhou.2023.medical-assistance.xlsx", "guizhou.2023.medical-assistance (3).xlsx",
      "guizhou2023-medical-assistance.xlsx",
      "贵州省2023-医疗救助 - Copy (2).xlsx", "贵州省2023-医疗救助-草稿-批注 (1).xlsx"})
  @DisplayName("What browsers, desktops and keyboards make of a name does not matter")
  void savedAgain(String file) {
    assertEquals("Optional[Recognised[edition=guizhou/2023, workbook=medical-assistance.xlsx]]",
        SavedName.recognised(file, EDITIONS).toString());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"medical-assistance.xlsx", "medical-assistance (1).xlsx", "医疗救助.xlsx", "四川省2030-医疗救助.xlsx"})
  @DisplayName("A name that tells the workbook and not the edition tells no edition")
  void withoutEdition(String file) {
    Optional<SavedName.Recognised> recognised = SavedName.recognised(file, EDITIONS);
    assertTrue(recognised.isEmpty() || recognised.get().edition() == null, recognised::toString);
    assertEquals(!file.startsWith("四川"), recognised.isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", ".xlsx", "新建工作表.xlsx", "贵州省2023-医疗救助.xls", "贵州省2023.xlsx", "..xlsx",
      "贵州省2023-地方标准52010.xlsx"})
  @DisplayName("A name that tells nothing tells nothing")
  void nothing(String file) {
    assertEquals(Optional.empty(), SavedName.recognised(file, EDITIONS));
  }

  @Test
  @DisplayName("The header has the name in words and one in ASCII, and nothing in an edition's name gets out of it")
  void disposition() {
    TableName table = new TableName(Changed.EDITION, "local/450100/standards.xlsx");
    String header = SavedName.disposition(table, EDITIONS, "草稿");
    assertTrue(
        header.startsWith("attachment; filename=\"guangxi.2022.local.450100.standards.xlsx\"; filename*=UTF-8''"),
        header);
    assertEquals("广西壮族自治区2022-地方标准450100-草稿.xlsx",
        URLDecoder.decode(header.substring(header.indexOf("''") + 2), StandardCharsets.UTF_8));
    String hostile = SavedName.disposition(new TableName(Changed.EDITION, "a.xlsx").edition().region() + "\"\r\n;x",
        SavedName.of("甲\"\r\n../\\:*乙", "a.xlsx", ""));
    assertTrue(hostile.matches("attachment; filename=\"[A-Za-z0-9._-]*\"; filename\\*=UTF-8''[A-Za-z0-9%._-]*"),
        hostile);
    String turned = SavedName.disposition("changes.csv", "甲\u202E<\">乙.csv");
    assertEquals("甲____乙.csv",
        URLDecoder.decode(turned.substring(turned.indexOf("''") + 2), StandardCharsets.UTF_8));
  }
}
