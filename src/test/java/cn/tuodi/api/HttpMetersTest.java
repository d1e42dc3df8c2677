package cn.tuodi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the addresses of requests stand in metrics. */
class HttpMetersTest {

  @ParameterizedTest
  @DisplayName("An address is shown by its form, never by what callers choose in it")
  @CsvSource({"/v1/decisions, /v1/decisions", "/v1/decisions/, /v1/decisions",
      "/v1/decisions/batch, /v1/decisions/batch",
      "/v1/policies, /v1/policies", "/v1/policies/atlantis/1, /v1/policies/{region}/{year}",
      "/v1/policies/comparison, /v1/policies/comparison",
      "/v1/policies/a/1/tables/x.xlsx, /v1/policies/{region}/{year}/tables/{workbook}",
      "/v1/desk/drafts/abc, /v1/desk/drafts/{id}", "/v1/desk/publications/7, /v1/desk/publications/{number}",
      "/v1/desk/publications/seven, OTHER", "/v1/decisions/x, OTHER", "/v1, OTHER", "/, OTHER",
      "/q/health/group/x, OTHER",
      "/q/openapi, /q/openapi", "/q/openapi.json, /q/openapi", "/console, /console",
      "/console/policies/guangxi/2022, /console", "/console/desk/drafts/abc, /console/desk",
      "/console/assets/anything, /console/assets"})
  void form(String path, String form) {
    assertEquals(form, HttpMeters.address(path));
  }
}
