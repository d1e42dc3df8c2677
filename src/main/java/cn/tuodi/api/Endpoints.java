package cn.tuodi.api;

import cn.tuodi.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the addresses of the interface take and give, for who asked for something else: the framework refuses such
 * requests without saying what would be right.
 */
final class Endpoints {

  /** The resources of the interface. */
  static final List<Class<?>> RESOURCES = List.of(ComparisonResource.class, DecisionResource.class, DeskResource.class,
      DraftResource.class, PersonYearResource.class, PolicyResource.class, PreviewResource.class,
      PublicationResource.class, QuestionResource.class, SettlementResource.class, SimulationResource.class,
      WorkbookComparisonResource.class);

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?:: *((?:[^{}]|\\{[^}]*\\})+))?\\}");
  private static final List<Endpoint> ALL =
      RESOURCES.stream().flatMap(resource -> Arrays.stream(resource.getMethods()).flatMap(Endpoints::endpoint))
          .toList();
  /** Paths without a parameter, which most requests ask for. */
  private static final Set<String> FIXED =
      ALL.stream().map(Endpoint::form).filter(form -> form.indexOf('{') < 0).collect(Collectors.toUnmodifiableSet());

  private Endpoints() {}

  /**
   * A method of an address.
   *
   * @param form the path with the names of its parameters
   * @param path what paths match
   * @param method the method of HTTP
   * @param taken media types of bodies; empty where there is none
   * @param given media types of answers other than problems; empty where there is nothing in them
   */
  private record Endpoint(String form, Pattern path, String method, List<String> taken, List<String> given) {}

  private static Stream<Endpoint> endpoint(Method method) {
    return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> endpoint(path(method), type.getAnnotation(HttpMethod.class).value(), method));
  }

  private static Endpoint endpoint(String path, String name, Method method) {
    return new Endpoint(PARAMETER.matcher(path).replaceAll("{$1}"), pattern(path), name,
        types(method, Consumes.class).toList(),
        types(method, Produces.class).filter(given -> !given.equals(Json.PROBLEM)).toList());
  }

  private static String path(Method method) {
    Path below = method.getAnnotation(Path.class);
    return method.getDeclaringClass().getAnnotation(Path.class).value() + (below == null ? "" : below.value());
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(PARAMETER.matcher(path)
        .replaceAll(found -> found.group(2) == null ? "[^/]+" : found.group(2).replace("\\", "\\\\")) + "/?");
  }

  private static Stream<String> types(Method method, Class<? extends Annotation> kind) {
    Annotation stated = Optional.<Annotation>ofNullable(method.getAnnotation(kind))
        .orElseGet(() -> method.getDeclaringClass().getAnnotation(kind));
    if (stated instanceof Consumes consumes) {
      return Arrays.stream(consumes.value());
    }
    return stated instanceof Produces produces ? Arrays.stream(produces.value()) : Stream.empty();
  }

  /** The form of a path, such as {@code /v1/policies/{region}/{year}}; empty where it is not known. */
  static Optional<String> form(String path) {
    if (FIXED.contains(path)) {
      return Optional.of(path);
    }
    return at(path).map(Endpoint::form).findFirst();
  }

  /** The methods that a path takes, in the order of the alphabet; empty where it is not known. */
  static List<String> methods(String path) {
    return at(path).map(Endpoint::method).flatMap(Endpoints::withImplied).distinct().sorted().toList();
  }

  /** What can be got has a head, too. */
  private static Stream<String> withImplied(String method) {
    return method.equals(HttpMethod.GET) ? Stream.of(HttpMethod.GET, HttpMethod.HEAD) : Stream.of(method);
  }

  /** The media types that a path takes with a method; empty where it is not known. */
  static List<String> taken(String method, String path) {
    return at(path).filter(endpoint -> endpoint.method().equals(method)).flatMap(endpoint -> endpoint.taken().stream())
        .distinct().toList();
  }

  /** The media types that a path gives with a method; empty where it is not known. */
  static List<String> given(String method, String path) {
    return at(path).filter(endpoint -> endpoint.method().equals(method)).flatMap(endpoint -> endpoint.given().stream())
        .distinct().toList();
  }

  private static Stream<Endpoint> at(String path) {
    return ALL.stream().filter(endpoint -> endpoint.path().matcher(path).matches());
  }
}
