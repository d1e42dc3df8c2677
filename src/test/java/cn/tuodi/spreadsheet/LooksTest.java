package cn.tuodi.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.language.Language;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How cells look to people. */
class LooksTest {

  private static final String FONT = "<font><name val='宋体'/><sz val='11'/></font>";

  @ParameterizedTest(name = "{0} on {1}")
  @DisplayName("What is crossed out, or has the colour of its ground, is told at its cell; whatever else people may do is not")
  @CsvSource(delimiter = '|', value = {"<strike/> | | 删除线", "<strike val='1'/> | | 删除线", "<strike val='0'/> | |",
      "<color rgb='FFFFFFFF'/> | | 底色", "<color rgb='00ffffff'/> | <patternFill patternType='none'/> | 底色",
      "<color theme='0'/> | <patternFill/> | 底色", "<color indexed='9'/> | | 底色",
      "<color theme='0'/> | <patternFill patternType='solid'><fgColor rgb='FFFFFFFF'/><bgColor indexed='64'/></patternFill> | 底色",
      "<color rgb='FFFF0000'/> | <patternFill patternType='solid'><fgColor rgb='FFFF0000'/></patternFill> | 底色",
      "<b/> | <patternFill patternType='solid'><fgColor rgb='FF000000'/></patternFill> | 底色",
      "<color theme='1'/> | |", "<color auto='1'/> | |", "<color rgb='FFFF0000'/> | |",
      "<color theme='0' tint='-0.5'/> | |",
      "<color theme='4'/> | |",
      "<color theme='0'/> | <patternFill patternType='solid'><fgColor rgb='FF1F5C8B'/></patternFill> |",
      "<color theme='0'/> | <patternFill patternType='solid'><fgColor theme='4'/></patternFill> |",
      "<color theme='0'/> | <patternFill patternType='gray125'/> |",
      "<color theme='0'/> | <gradientFill><stop position='0'><color rgb='FF000000'/></stop></gradientFill> |"})
  void cells(String font, String ground, String told) throws UnreadableWorkbook {
    List<Remark> remarks = remarks("<c r='A1' s='1'><v>1</v></c><c r='B1'><v>1</v></c><c r='C1' s='1'/>", font, ground);
    assertEquals(told == null ? 0 : 1, remarks.size(), remarks::toString);
    for (Remark remark : remarks) {
      assertEquals("A1", remark.at().toString());
      assertTrue(remark.message().in(Language.ZH).contains(told), remark::toString);
    }
  }

  @Test
  @DisplayName("A style that names a font that is not there looks like any other")
  void noFont() throws UnreadableWorkbook {
    ZipFile workbook = SmallWorkbook.of("<row r='1'><c r='A1' s='1'><v>1</v></c></row>").change("xl/styles.xml",
        text -> text.replace("</cellXfs>", "<xf fontId='7' fillId='7'/></cellXfs>"));
    assertEquals(List.of(), SmallWorkbook.read(workbook).remarks());
  }

  private static List<Remark> remarks(String cells, String font, String ground) throws UnreadableWorkbook {
    return SmallWorkbook.read(SmallWorkbook.of("<row r='1'>" + cells + "</row>").change("xl/styles.xml",
        text -> text
            .replace("<cellXfs>",
                "<fonts>" + FONT + "<font>" + font
                    + "</font></fonts><fills><fill><patternFill patternType='none'/></fill>"
                    + "<fill>" + (ground == null ? "" : ground) + "</fill></fills><cellXfs>")
            .replace("</cellXfs>", "<xf fontId='1' fillId='1'/></cellXfs>")))
        .remarks();
  }
}
