package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreasTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"贵州,520000", "贵州省,520000", "贵阳,520100", "贵阳市,520100", " 贵州 贵阳 ,520100", "贵州省贵阳市云岩区,520103",
      "贵阳云岩,520103", "云岩区,520103", "广西,450000", "广西壮族自治区,450000", "南宁青秀,450103", "融水,450225", "融水苗族自治县,450225",
      "三都,522732", "龙胜,450328", "都匀,522701", "黔南,522700", "黔南州,522700", "黔东南苗族侗族自治州,522600", "巴音郭楞,652800",
      "巴音郭楞州,652800", "新疆巴音郭楞蒙古自治州库尔勒市,652801", "焉耆,652826", "新疆,650000", "西藏,540000", "内蒙古,150000",
      "北京,110000", "海淀区,110108", "香港,810000", "Guiyang,520100", "guizhou,520000", "'Yunyan District, Guiyang',520103",
      "Yunyan,520103", "'Qingxiu District, Nanning, Guangxi',450103", "Nanning Guangxi,450100", "Longan County,450123",
      "Long'an,450123", "520103,520103", "５２０１０３,520103", "威宁县,520526", "六枝特区,520203"})
  @DisplayName("An area is found by its code, and by its name as people write it")
  void found(String text, String code) {
    assertEquals(List.of(code), Areas.named(text).stream().map(Area::code).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"朝阳区,2", "吉林,2", "白云区,2", "城中区,2"})
  @DisplayName("A name that several areas have is not decided for anybody")
  void ambiguous(String text, int atLeast) {
    assertTrue(Areas.named(text).size() >= atLeast, Areas.named(text).toString());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "  ", "、", "亚特兰蒂斯", "贵", "市", "省", "贵阳省", "520199", "5201", "贵州省南宁市", "Gui", "x"})
  @DisplayName("What names no area is none")
  void unknown(String text) {
    assertEquals(List.of(), Areas.named(text));
  }

  @Test
  @DisplayName("What a field suggests or shows for an area leads back to it, in both languages")
  void wayBack() {
    List<String> lost = new ArrayList<>();
    for (Area area : Areas.within(List.of("450000", "520000", "652800"))) {
      for (Language language : Language.values()) {
        for (String name : List.of(Areas.written(area.code(), language), Areas.inFull(area.code(), language))) {
          if (!Areas.named(name).equals(List.of(area))) {
            lost.add(area.code() + " " + name + " " + Areas.named(name));
          }
        }
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  @DisplayName("Every area of China is found by its whole name, and its province is known")
  void wholeNames() {
    List<String> lost = new ArrayList<>();
    List<String> provinces =
        Areas.within(List.of("110000", "450000", "520000", "650000", "820000")).stream().map(Area::province).distinct()
            .toList();
    for (Area area : Areas.within(provinces)) {
      if (!Areas.named(Areas.inFull(area.code(), Language.ZH)).contains(area)) {
        lost.add(area.toString());
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  @DisplayName("Suggestions are the areas of the policies and all below them, and nothing else")
  void suggestions() {
    List<String> codes = Areas.within(List.of("652800", "450000")).stream().map(Area::code).toList();
    assertTrue(codes.containsAll(List.of("450000", "450100", "450103", "652800", "652801")), codes.toString());
    assertTrue(codes.stream().allMatch(code -> code.startsWith("45") || code.startsWith("6528")), codes.toString());
  }
}
