package cn.tuodi.http.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/** Marks the bean that holds the OpenAPI document, while the application is built. */
public final class OnDemandDocument implements BuildCompatibleExtension {

  /** Marks it. */
  @Enhancement(types = OpenApiDocumentService.class)
  public void mark(ClassConfig service) {
    service.addAnnotation(OnDemand.class);
  }
}
