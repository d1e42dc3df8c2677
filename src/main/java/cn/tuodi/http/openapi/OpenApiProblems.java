package cn.tuodi.http.openapi;

import cn.tuodi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Who may call what, and the problems that any call may be answered with. */
final class OpenApiProblems {

  private static final String BASIC = "basic";
  private static final String BEARER = "bearer";
  private static final String DESK = "/v1/desk/";
  /** What stands below is somebody's. */
  private static final Set<String> ACCOUNTS = Set.of("/v1/settlements", "/v1/people/");
  private static final Set<String> OPEN_AT_THE_DESK = Set.of("/v1/desk/history", "/v1/desk/publications");

  private static final Map<String, String> OF_ANY_CALL = Map.of(
      "400", "请求有误，见 violations / the request is malformed, see violations",
      "406", "无法按 Accept 回答 / there is no answer in the form that Accept asks for",
      "414", "地址过长 / the address is too long",
      "431", "请求头过大 / the headers are too large",
      "500", "内部错误，请联系运维人员 / internal error: ask the operators",
      "503",
      "服务繁忙或暂不可用，请在 Retry-After 给出的秒数后重试 / too busy or not available for now: try again after the seconds of Retry-After");
  private static final Map<String, String> OF_A_BODY = Map.of(
      "408", "请求未在时限内到齐 / the request did not arrive in time",
      "413", "请求过大 / the request is too large",
      "415", "不接受这种 Content-Type / this Content-Type is not taken");
  private static final Map<String, String> OF_WHO_ASKS = Map.of(
      "401", "需要登录 / log in first",
      "403", "没有权限，或未开启 / not permitted, or switched off");

  private OpenApiProblems() {}

  static void addTo(OpenAPI openApi) {
    openApi.getComponents().addSecurityScheme(BASIC,
        OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC)
            .description("单一管理员的姓名和密码 / name and password of the single administrator"));
    openApi.getComponents().addSecurityScheme(BEARER,
        OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER).bearerFormat("JWT")
            .description(
                "单位的 OpenID Connect 登录服务签发的访问令牌，角色在其中 / access token of your OpenID Connect provider, with the roles in it"));
    for (Map<String, String> problems : List.of(OF_ANY_CALL, OF_A_BODY, OF_WHO_ASKS)) {
      new TreeMap<>(problems).forEach((status, description) -> openApi.getComponents().addResponse("Problem" + status,
          OASFactory.createAPIResponse().description(description).content(OASFactory.createContent().addMediaType(
              Json.PROBLEM, OASFactory.createMediaType().schema(
                  OASFactory.createSchema().ref("#/components/schemas/Problem"))))));
    }
    openApi.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
        .forEach((method, operation) -> describe(path, method, operation)));
  }

  private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
    Map<String, APIResponse> responses = new TreeMap<>(operation.getResponses().getAPIResponses());
    addTo(responses, OF_ANY_CALL);
    if (operation.getRequestBody() != null) {
      addTo(responses, OF_A_BODY);
    }
    List<SecurityRequirement> access = access(path, method, operation);
    if (!access.isEmpty()) {
      addTo(responses, OF_WHO_ASKS);
    }
    operation.setSecurity(access);
    operation.getResponses().setAPIResponses(responses);
  }

  private static void addTo(Map<String, APIResponse> responses, Map<String, String> problems) {
    problems.keySet().forEach(status -> responses.putIfAbsent(status,
        OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status)));
  }

  /** Nobody is asked to log in who reads what is in force; who decides and tries out, where operators want it so. */
  private static List<SecurityRequirement> access(String path, PathItem.HttpMethod method, Operation operation) {
    boolean always = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    boolean reading = method == PathItem.HttpMethod.GET
        && ACCOUNTS.stream().noneMatch(path::startsWith)
        && (!path.startsWith(DESK) || OPEN_AT_THE_DESK.stream().anyMatch(path::startsWith));
    if (reading && !always) {
      return List.of();
    }
    List<SecurityRequirement> access = new ArrayList<>();
    if (always) {
      String roles = operation.getSecurity().stream().flatMap(
          requirement -> requirement.getSchemes().values().stream().flatMap(List::stream)).distinct()
          .collect(Collectors.joining(", "));
      operation.setDescription((operation.getDescription() == null ? "" : operation.getDescription() + "\n\n")
          + "需要角色之一：" + roles + "。 / Needs one of the roles: " + roles + ".");
    } else {
      access.add(OASFactory.createSecurityRequirement());
    }
    access.add(OASFactory.createSecurityRequirement().addScheme(BASIC));
    access.add(OASFactory.createSecurityRequirement().addScheme(BEARER));
    return access;
  }
}
