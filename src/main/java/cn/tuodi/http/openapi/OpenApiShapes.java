package cn.tuodi.http.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes schemas the way that generators read them: figures and dates stand where they are used, and a reference stands
 * alone, without a type beside it; what may be null is one of two.
 */
final class OpenApiShapes {

  private static final String REFERENCE = "#/components/schemas/";

  private final OpenAPI openApi;
  private final Map<String, Schema> plain = new HashMap<>();

  OpenApiShapes(OpenAPI openApi) {
    this.openApi = openApi;
    openApi.getComponents().getSchemas().forEach((name, schema) -> {
      if (schema.getEnumeration() == null && schema.getProperties() == null && schema.getType() != null
          && !schema.getType().contains(Schema.SchemaType.OBJECT)) {
        plain.put(REFERENCE + name, schema);
      }
    });
  }

  /** Rewrites all schemas of the document. */
  void makePlain() {
    plain.keySet().forEach(
        reference -> openApi.getComponents().removeSchema(reference.substring(REFERENCE.length())));
    openApi.getComponents().getSchemas().values().forEach(this::parts);
    for (PathItem path : openApi.getPaths().getPathItems().values()) {
      path.getOperations().values().forEach(this::operation);
    }
  }

  private void operation(Operation operation) {
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        parameter.setSchema(shaped(parameter.getSchema()));
      }
    }
    if (operation.getRequestBody() != null) {
      content(operation.getRequestBody().getContent());
    }
    for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
      content(response.getContent());
    }
  }

  private void content(Content content) {
    if (content != null) {
      content.getMediaTypes().values().forEach(type -> type.setSchema(shaped(type.getSchema())));
    }
  }

  private Schema shaped(Schema schema) {
    if (schema == null) {
      return null;
    }
    if (plain.containsKey(schema.getRef())) {
      return copy(plain.get(schema.getRef()), schema.getDescription());
    }
    if (schema.getRef() != null) {
      return schema.type(null);
    }
    if (schema.getAnyOf() != null && schema.getAnyOf().size() == 2) {
      Schema value = schema.getAnyOf().get(0);
      if (plain.containsKey(value.getRef())) {
        return copy(plain.get(value.getRef()), schema.getDescription()).addType(Schema.SchemaType.NULL);
      }
      return schema.type(null);
    }
    parts(schema);
    return schema;
  }

  private void parts(Schema schema) {
    if (schema.getProperties() != null) {
      Map.copyOf(schema.getProperties()).keySet()
          .forEach(name -> schema.addProperty(name, shaped(schema.getProperties().get(name))));
    }
    schema.setItems(shaped(schema.getItems()));
    schema.setAdditionalPropertiesSchema(shaped(schema.getAdditionalPropertiesSchema()));
  }

  private static Schema copy(Schema of, String description) {
    return OASFactory.createSchema().type(List.copyOf(of.getType())).format(of.getFormat()).examples(of.getExamples())
        .description(description == null ? of.getDescription() : description);
  }
}
