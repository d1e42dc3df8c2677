package cn.tuodi.http.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;

/** Examples of the OpenAPI document; requests are files, so that a test can post them. */
final class OpenApiExamples {

  private OpenApiExamples() {}

  static Map<String, Example> claims() {
    Map<String, Example> examples = new LinkedHashMap<>();
    examples.put("guangxi",
        file("广西：低保、重度残疾、住院 / Guangxi: minimum living, severely disabled, inpatient", "guangxi"));
    examples.put("guizhou", file("贵州：未转诊，按方案计算大病保险 / Guizhou: unreferred, critical-illness plan", "guizhou"));
    examples.put("bayingolin",
        file("巴州：门诊慢特病，含倾斜救助 / Bayingolin: chronic outpatient care with top-up", "bayingolin"));
    return examples;
  }

  static Map<String, Example> application() {
    return Map.of("guangxi", file("广西：因病致贫重病患者依申请救助 / Guangxi: illness-impoverished", "application"));
  }

  static Map<String, Example> household() {
    return Map.of("guizhou", file("贵州：因病致贫认定 / Guizhou: impoverished by illness?", "household"));
  }

  static Map<String, Example> enrolment() {
    return Map.of("guangxi", file("广西：低保对象参保 / Guangxi: minimum living", "enrolment"));
  }

  static Example replay() {
    return file("广西：比例当时为 90%，政策内容已变化 / Guangxi: the rate was 90% then, the policy content has changed", "replay");
  }

  static Example problem() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("type", "urn:tuodi:problem:critical-illness-unsettled");
    value.put("title", "无法决定");
    value.put("status", 422);
    value.put("detail", "先保险后救助：请提供 payments.criticalIllness 或 criticalIllnessPlan。");
    value.put("code", "CRITICAL_ILLNESS_UNSETTLED");
    value.put("claimId", "GX-0001");
    return OASFactory.createExample().summary("大病保险未结算 / critical-illness insurance unsettled").value(value);
  }

  /** The example that a file holds. */
  static Example file(String summary, String name) {
    try (InputStream in = OpenApiExamples.class.getResourceAsStream("/examples/" + name + ".json")) {
      return OASFactory.createExample().summary(summary).value(JsonMapper.builder().build().readValue(in, Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
