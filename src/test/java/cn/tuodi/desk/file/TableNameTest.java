package cn.tuodi.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of workbooks in a directory. */
class TableNameTest {

  @ParameterizedTest
  @CsvSource({"guangxi.2022.medical-assistance.xlsx, guangxi/2022/medical-assistance.xlsx",
      "guangxi.2022.local.450100.standards.xlsx, guangxi/2022/local/450100/standards.xlsx",
      "guizhou.2023.医疗救助.xlsx, guizhou/2023/医疗救助.xlsx"})
  @DisplayName("A name without folders means the workbook of the folders that it names")
  void flat(String file, String table) {
    assertEquals(Optional.of(table), TableName.ofFlat(file).map(TableName::toString));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hainan.2022.a\"+x()+\".xlsx", "hainan.2022.a\\u0022.xlsx", "hainan.2022.a b.xlsx",
      "hainan.2022.local.45\"0100.a.xlsx", "hainan.2022..xlsx", "hainan.2022.a.b.xlsx", "hai nan.2022.a.xlsx",
      "hainan.2022.local...xlsx"})
  @DisplayName("A name that is not plain means none")
  void none(String file) {
    assertEquals(Optional.empty(), TableName.ofFlat(file));
  }
}
