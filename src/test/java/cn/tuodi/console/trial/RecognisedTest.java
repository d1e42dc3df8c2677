package cn.tuodi.console.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.console.Examples;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which identities do not count, told with their dates; service date is 18 May 2022 in Guangxi, 10 May 2023 in Guizhou. */
class RecognisedTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);

  @Test
  @DisplayName("Recognised a day after the visit: told; on the day itself: nothing to tell")
  void later() {
    assertEquals(List.of("低保对象：2022-05-19 起认定，晚于就医日期 2022-05-18，本次就医不按这一身份救助。"),
        told("gx22-class-2", "MINIMUM_LIVING", "2022-05-19", null));
    assertEquals(List.of(), told("gx22-class-2", "MINIMUM_LIVING", "2022-05-18", null));
  }

  @Test
  @DisplayName("Ended the day before the visit: told; the last day is the day of the visit: nothing to tell")
  void ended() {
    assertEquals(List.of("低保对象：已于 2022-05-17 退出，早于就医日期 2022-05-18，本次就医不按这一身份救助。"),
        told("gx22-class-2", "MINIMUM_LIVING", "2020-01-01", "2022-05-17"));
    assertEquals(List.of(), told("gx22-class-2", "MINIMUM_LIVING", "2020-01-01", "2022-05-18"));
  }

  @Test
  @DisplayName("An identity that ended earlier in the month and gives the class all the same is not said to count for nothing")
  void grace() {
    assertEquals(List.of(), told("gz23-class-2", "MINIMUM_LIVING", "2020-01-01", "2023-05-02"));
  }

  @Test
  @DisplayName("An identity that is held but in no class of the edition is told as such")
  void noClass() {
    assertEquals(List.of("稳定脱贫人口：就医当日有效，但本版政策没有把它列入救助对象类别。"),
        told("gx22-class-2", "STABLY_OUT_OF_POVERTY", "2020-01-01", null));
  }

  @Test
  @DisplayName("Where another identity gives the class, one that does not count is told, and the one that does is not")
  void beside() {
    ObjectNode claim = claim("gx22-class-2", "MINIMUM_LIVING", "2020-01-01", null);
    ((ArrayNode) claim.at("/person/identities")).addObject().put("type", "EXTREMELY_POOR").put("recognisedOn",
        "2022-06-01");
    assertEquals(List.of("特困人员：2022-06-01 起认定，晚于就医日期 2022-05-18，本次就医不按这一身份救助。"), told(claim));
  }

  private static List<String> told(String example, String type, String recognisedOn, String endedOn) {
    return told(claim(example, type, recognisedOn, endedOn));
  }

  private static List<String> told(ObjectNode claim) {
    Decision decision =
        assertInstanceOf(Decision.class, DECIDER.decide(ClaimReader.read(Json.bytes(claim), Language.ZH)));
    return Recognised.of(decision, Language.ZH);
  }

  private static ObjectNode claim(String example, String type, String recognisedOn, String endedOn) {
    ObjectNode claim = Examples.find(example).orElseThrow().claim().deepCopy();
    ((ObjectNode) claim.get("person")).putArray("identities").addObject().put("type", type)
        .put("recognisedOn", recognisedOn).put("endedOn", endedOn);
    return claim;
  }
}
