package cn.tuodi.console;

import cn.tuodi.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The bare address of the service: people are led to the console, programs are told where things are. */
@Path("/")
public final class FrontDoor {

  /** Where things are. */
  @GET
  @Operation(hidden = true)
  public Response enter(@HeaderParam(HttpHeaders.ACCEPT) String accepted) {
    if (accepted != null && accepted.contains(MediaType.TEXT_HTML)) {
      return Response.seeOther(URI.create(Addresses.CONSOLE)).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
    Map<String, String> places = new LinkedHashMap<>();
    places.put("name", "Tuodi 托底");
    places.put("console", Addresses.CONSOLE);
    places.put("decisions", "/v1/decisions");
    places.put("policies", "/v1/policies");
    places.put("openapi", "/q/openapi");
    return Response.ok(Json.bytes(places), MediaType.APPLICATION_JSON).header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }
}
