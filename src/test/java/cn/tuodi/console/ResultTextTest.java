package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read on pages has names of editions and workbooks, not places of files. */
class ResultTextTest {

  private static final List<EditionDescription> EDITIONS =
      EditionArchive.load().editions().stream().map(Edition::description).toList();

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {"guangxi/2022 的内容|广西壮族自治区 2022 年版 的内容",
      "guangxi/2022/medical-assistance.xlsx|广西壮族自治区 2022 年版：医疗救助", "与 edition.xlsx 中的表重复|与 版本与条款 中的表重复",
      "local/520100/standards.xlsx：缺少|地方标准 520100：缺少", "local/520100：缺少|地方标准 520100：缺少",
      "guizhou/2023/local/520100/extra.xlsx|贵州省 2023 年版：地方标准 520100 extra", "guangxi/2027|广西壮族自治区 2027 年版",
      "hunan/2027|hunan 2027 年版", "把文件命名为 medical-assistance.xlsx 后再提交|把文件命名为 medical-assistance.xlsx 后再提交",
      ".tuodi/publications/000001/publication.json|.tuodi/publications/000001/publication.json",
      "decision-tables/guangxi/2022/a.xlsx|decision-tables/guangxi/2022/a.xlsx", "copy.xlsx|copy.xlsx",
      "有：guangxi/2022（广西壮族自治区 2022 年版）、guizhou/2023（贵州省 2023 年版）|有：广西壮族自治区 2022 年版、贵州省 2023 年版",
      "2022/12/31 以前|2022/12/31 以前"})
  @DisplayName("In Chinese")
  void chinese(String text, String plain) {
    assertEquals(plain, new ResultText(EDITIONS, Language.ZH).of(text));
  }

  @Test
  @DisplayName("In English, and an edition that is new has the name of its region and its own year")
  void english() {
    ResultText plain = new ResultText(EDITIONS, Language.EN);
    assertEquals("Guangxi, edition 2022: Medical assistance", plain.of("guangxi/2022/medical-assistance.xlsx"));
    assertEquals("there are: Guangxi, edition 2022, Guangxi, edition 2021",
        plain.of("there are: guangxi/2022 (Guangxi, edition 2022), guangxi/2021 (Guangxi, edition 2021)"));
    assertEquals("Guangxi, edition 2027", DisplayNames.edition(new EditionId("guangxi", 2027), EDITIONS, Language.EN));
    assertEquals("hunan, edition 2027", DisplayNames.edition(new EditionId("hunan", 2027), EDITIONS, Language.EN));
  }
}
