package cn.tuodi.http.openapi;

import cn.tuodi.account.json.OrderReader;
import cn.tuodi.application.ApplicationReader;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.desk.PublicationReader;
import cn.tuodi.household.HouseholdReader;
import cn.tuodi.premium.PremiumReader;
import cn.tuodi.replay.ReplayReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Schemas of what requests really accept: they come from the readers themselves, each named type once. */
final class OpenApiSchemas {

  private static final String REFERENCE = "#/components/schemas/";

  private final Components components;

  private OpenApiSchemas(Components components) {
    this.components = components;
  }

  /** Adds what all requests accept; what answers carry of the same name is the same, with fewer bounds. */
  static void addTo(Components components) {
    OpenApiSchemas schemas = new OpenApiSchemas(components);
    Stream.of(ClaimReader.schema(), ApplicationReader.schema(), HouseholdReader.schema(), PremiumReader.schema(),
        ReplayReader.schema(), PublicationReader.publicationSchema(), PublicationReader.undoingSchema())
        .forEach(schemas::schema);
    OrderReader.schemas().forEach(schemas::schema);
  }

  private Schema schema(Map<String, Object> json) {
    boolean nullable = Boolean.TRUE.equals(json.get("nullable"));
    String description = (String) json.get("description");
    if (json.get("name") instanceof String name) {
      components.addSchema(name, plain(json).description(null).defaultValue(null));
      Schema reference = OASFactory.createSchema().ref(REFERENCE + name);
      Schema named = nullable ? OASFactory.createSchema().addAnyOf(reference).addAnyOf(
          OASFactory.createSchema().addType(Schema.SchemaType.NULL)) : reference;
      return named.description(description).defaultValue(json.get("default"));
    }
    Schema schema = plain(json);
    return nullable ? schema.addType(Schema.SchemaType.NULL) : schema;
  }

  @SuppressWarnings("unchecked")
  private Schema plain(Map<String, Object> json) {
    Schema schema = OASFactory.createSchema();
    schema.setType(List.of(Schema.SchemaType.valueOf(json.get("type").toString().toUpperCase())));
    schema.setDescription((String) json.get("description"));
    schema.setFormat((String) json.get("format"));
    schema.setPattern((String) json.get("pattern"));
    schema.setMinimum(decimal(json.get("minimum")));
    schema.setMaximum(decimal(json.get("maximum")));
    schema.setMinLength((Integer) json.get("minLength"));
    schema.setMaxLength((Integer) json.get("maxLength"));
    schema.setMinItems((Integer) json.get("minItems"));
    schema.setMaxItems((Integer) json.get("maxItems"));
    schema.setDefaultValue(json.get("default"));
    if (json.get("enum") instanceof List<?> constants) {
      schema.setEnumeration(new ArrayList<>(constants));
    }
    if (json.get("items") instanceof Map<?, ?> items) {
      schema.setItems(schema((Map<String, Object>) items));
    }
    if (json.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, property) -> schema.addProperty((String) name, schema((Map<String, Object>) property)));
    }
    schema.setRequired((List<String>) json.get("required"));
    return schema;
  }

  private static BigDecimal decimal(Object number) {
    return number == null ? null : new BigDecimal(number.toString());
  }
}
