package cn.tuodi.api;

import cn.tuodi.wire.ApplicationReader;
import cn.tuodi.wire.ClaimReader;
import cn.tuodi.wire.HouseholdReader;
import cn.tuodi.wire.PremiumReader;
import cn.tuodi.wire.PublicationReader;
import cn.tuodi.wire.ReplayReader;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts into the OpenAPI document what requests really accept: the schema comes from the reader itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiSchemas implements OASFilter {

  private static final String CLAIM = "Claim";
  private static final String DECISIONS = "/v1/decisions";

  @Override
  public void filterOpenAPI(OpenAPI openApi) {
    openApi.setInfo(OASFactory.createInfo().title("Tuodi 托底").version("1").description(
        "医疗救助政策决定服务：按地区和年度的规则与决策表，逐项给出待遇及其条款、表格行和算式。 / Decision service for medical-assistance policy: itemised payouts, each with its provision, table row and arithmetic."));
    openApi.getComponents().addSchema(CLAIM,
        schema(ClaimReader.schema()).description("一份单据的事实 / the facts of a claim"));
    openApi.getComponents().addSchema("Application",
        schema(ApplicationReader.schema()).description("一份依申请救助的事实 / the facts of an application"));
    openApi.getComponents().addSchema("HouseholdFacts",
        schema(HouseholdReader.schema()).description("家庭经济状况 / the facts of a household"));
    openApi.getComponents().addSchema("PremiumQuestion",
        schema(PremiumReader.schema()).description("一次参保缴费的事实 / the facts of a question about a premium"));
    openApi.getPaths().getPathItem("/v1/applications").getPOST().getRequestBody().getContent()
        .getMediaType("application/json").setExamples(OpenApiExamples.application());
    openApi.getPaths().getPathItem("/v1/recognitions/illness-impoverished").getPOST().getRequestBody().getContent()
        .getMediaType("application/json").setExamples(OpenApiExamples.household());
    openApi.getPaths().getPathItem("/v1/enrolments").getPOST().getRequestBody().getContent()
        .getMediaType("application/json").setExamples(OpenApiExamples.enrolment());
    openApi.getComponents().addSchema("ReplayRequest",
        schema(ReplayReader.schema()).description("一份单据和原决定 / a claim and an earlier decision on it")
            .addProperty("claim", OASFactory.createSchema().ref(CLAIM)));
    openApi.getComponents().addSchema("PublicationOrder",
        schema(PublicationReader.publicationSchema()).description("发布哪份草稿 / which draft to publish"));
    openApi.getComponents().addSchema("UndoOrder",
        schema(PublicationReader.undoingSchema()).description("恢复哪个版本 / which version to put back in force"));
    openApi.getPaths().getPathItem(DECISIONS + "/replay").getPOST().getRequestBody().getContent()
        .getMediaType("application/json").setExamples(Map.of("guangxi", OpenApiExamples.replay()));
    Schema difference = openApi.getComponents().getSchemas().get("ReplayDifference");
    for (String value : List.of("earlier", "now")) {
      // Of any type: a figure, a text, a whole line.
      String description = difference.getProperties().get(value).getDescription();
      difference.addProperty(value, OASFactory.createSchema().description(description));
    }
    openApi.getComponents().removeSchema("JsonNode");
    openApi.getComponents().removeSchema("JsonNodeType");
    openApi.getComponents().getSchemas().values().forEach(OpenApiSchemas::allowNull);
    MediaType body = openApi.getPaths().getPathItem(DECISIONS).getPOST().getRequestBody().getContent()
        .getMediaType("application/json");
    body.setExamples(OpenApiExamples.claims());
    MediaType answer =
        openApi.getPaths().getPathItem(DECISIONS).getPOST().getResponses().getAPIResponse("422").getContent()
            .getMediaType("application/problem+json");
    answer.setExamples(Map.of("unsettled", OpenApiExamples.problem()));
  }

  /** What is an object or null must not be said to be an object besides: null would never do. */
  private static void allowNull(Schema schema) {
    if (schema.getProperties() != null) {
      for (Schema property : schema.getProperties().values()) {
        if (property.getAnyOf() != null && property.getAnyOf().stream().anyMatch(OpenApiSchemas::isNull)) {
          property.setType((List<Schema.SchemaType>) null);
        }
      }
    }
  }

  private static boolean isNull(Schema schema) {
    return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
  }

  @SuppressWarnings("unchecked")
  private static Schema schema(Map<String, Object> json) {
    Schema schema = OASFactory.createSchema();
    List<Schema.SchemaType> types =
        new ArrayList<>(List.of(Schema.SchemaType.valueOf(json.get("type").toString().toUpperCase())));
    if (Boolean.TRUE.equals(json.get("nullable"))) {
      types.add(Schema.SchemaType.NULL);
    }
    schema.setType(types);
    schema.setDescription((String) json.get("description"));
    schema.setFormat((String) json.get("format"));
    schema.setPattern((String) json.get("pattern"));
    schema.setMinimum(decimal(json.get("minimum")));
    schema.setMaximum(decimal(json.get("maximum")));
    schema.setMultipleOf(decimal(json.get("multipleOf")));
    schema.setMinLength((Integer) json.get("minLength"));
    schema.setMaxLength((Integer) json.get("maxLength"));
    schema.setMinItems((Integer) json.get("minItems"));
    schema.setMaxItems((Integer) json.get("maxItems"));
    schema.setDefaultValue(json.get("default"));
    if (json.get("enum") instanceof List<?> constants) {
      List<Object> values = new ArrayList<>(constants);
      if (types.contains(Schema.SchemaType.NULL)) {
        values.add(null);
      }
      schema.setEnumeration(values);
    }
    if (json.get("items") instanceof Map<?, ?> items) {
      schema.setItems(schema((Map<String, Object>) items));
    }
    if (json.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, property) -> schema.addProperty((String) name, schema((Map<String, Object>) property)));
      schema.setRequired((List<String>) json.get("required"));
      schema.setAdditionalPropertiesSchema(
          OASFactory.createSchema().booleanSchema(Boolean.TRUE.equals(json.get("additionalProperties"))));
    }
    return schema;
  }

  private static BigDecimal decimal(Object number) {
    return number == null ? null : new BigDecimal(number.toString());
  }
}
