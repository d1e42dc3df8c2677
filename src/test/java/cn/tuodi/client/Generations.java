package cn.tuodi.client;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the generator of clients, which is on the class path, several times in one process: most of the time that a run
 * takes on its own, it takes to begin. Ends with the first run that fails.
 */
final class Generations {

  /** Goes before the arguments of every run. */
  static final String RUN = "--run";

  private Generations() {}

  /**
   * Generates clients.
   *
   * @param arguments {@value #RUN} and the arguments of the generator, for every client
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Method generator =
        Class.forName("org.openapitools.codegen.OpenAPIGenerator").getMethod("main", String[].class);
    List<List<String>> runs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(RUN)) {
        runs.add(new ArrayList<>());
      } else {
        runs.get(runs.size() - 1).add(argument);
      }
    }
    for (List<String> run : runs) {
      generator.invoke(null, (Object) run.toArray(String[]::new));
    }
  }
}
