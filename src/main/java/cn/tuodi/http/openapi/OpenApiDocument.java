package cn.tuodi.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Completes the OpenAPI document, so that linters find nothing and generators make clients of it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiDocument implements OASFilter {

  private static final String JSON = "application/json";
  private static final String DECISIONS = "/v1/decisions";

  @Override
  public void filterOpenAPI(OpenAPI openApi) {
    about(openApi);
    OpenApiSchemas.addTo(openApi.getComponents());
    ofAnyType(openApi.getComponents().getSchemas().get("ReplayDifference"));
    openApi.getComponents().removeSchema("JsonNode");
    openApi.getComponents().removeSchema("JsonNodeType");
    new OpenApiShapes(openApi).makePlain();
    OpenApiProblems.addTo(openApi);
    OpenApiWords.load().addTo(openApi);
    examples(openApi);
  }

  private static void about(OpenAPI openApi) {
    openApi.setInfo(OASFactory.createInfo().title("Tuodi 托底").version("1.0.0").summary(
        "医疗救助政策核定服务 / decision service for medical-assistance policy")
        .description(
            "按地区和年度的规则与决策表，逐项给出待遇及其条款、表格行和算式。金额单位为元，是最多两位小数的精确数；日期为 ISO 8601，1900 年至 2100 年；没有的字段和取值一律拒绝，不会忽略。"
                + " / Itemised payouts by the rules and decision tables of a region and year, each with its provision, table row and arithmetic. Amounts are yuan, exact, with at most two decimals; dates are ISO 8601, from 1900 to 2100; fields and values that do not exist are refused, never ignored.")
        .contact(OASFactory.createContact().name("Tuodi 托底"))
        .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
    openApi.setServers(List.of(OASFactory.createServer().url("{scheme}://{host}:{port}")
        .description("服务所在的地址 / where the service listens")
        .addVariable("scheme", OASFactory.createServerVariable().defaultValue("http").addEnumeration("http")
            .addEnumeration("https").description("协议 / protocol"))
        .addVariable("host", OASFactory.createServerVariable().defaultValue("127.0.0.1").description("主机 / host"))
        .addVariable("port", OASFactory.createServerVariable().defaultValue("8080").description("端口 / port"))));
  }

  /** What differs between two decisions may be a figure, a text or a whole line. */
  private static void ofAnyType(Schema difference) {
    for (String value : List.of("earlier", "now")) {
      String description = difference.getProperties().get(value).getDescription();
      difference.addProperty(value, OASFactory.createSchema().description(description));
    }
  }

  private static void examples(OpenAPI openApi) {
    request(openApi, DECISIONS).setExamples(OpenApiExamples.claims());
    request(openApi, DECISIONS + "/replay").setExamples(Map.of("guangxi", OpenApiExamples.replay()));
    request(openApi, "/v1/applications").setExamples(OpenApiExamples.application());
    request(openApi, "/v1/recognitions/illness-impoverished").setExamples(OpenApiExamples.household());
    request(openApi, "/v1/enrolments").setExamples(OpenApiExamples.enrolment());
    openApi.getPaths().getPathItem(DECISIONS).getPOST().getResponses().getAPIResponse("422").getContent()
        .getMediaType("application/problem+json").setExamples(Map.of("unsettled", OpenApiExamples.problem()));
    OpenApiAccountExamples.addTo(openApi);
  }

  private static MediaType request(OpenAPI openApi, String path) {
    return openApi.getPaths().getPathItem(path).getPOST().getRequestBody().getContent().getMediaType(JSON);
  }
}
