package cn.tuodi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class PackagesTest {

  private static final int MAX_TYPES = 28;
  private static final JavaClasses PRODUCT = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.tuodi");

  @Test
  @DisplayName("Claims, policies, answers and money depend on nothing but each other and the JDK")
  void valuesAreFree() {
    String[] values = {"cn.tuodi.answer", "cn.tuodi.claim", "cn.tuodi.money", "cn.tuodi.policy"};
    classes().that().resideInAnyPackage(values).should().onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(Stream.of(values), Stream.of("java..")).toArray(String[]::new))
        .check(PRODUCT);
  }

  @Test
  @DisplayName("Packages depend on each other in one direction, those within another, too")
  void noCycles() {
    slices().matching("cn.tuodi.(*)..").should().beFreeOfCycles().check(PRODUCT);
    slices().matching("cn.tuodi.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  @DisplayName("No package holds more than one can keep in mind")
  void packagesAreSmall() {
    Map<String, Long> sizes = PRODUCT.stream().filter(type -> !type.getSimpleName().equals("package-info"))
        .filter(type -> type.getEnclosingClass().isEmpty())
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    sizes.values().removeIf(size -> size <= MAX_TYPES);
    assertEquals(Map.of(), sizes);
  }

  @Test
  @DisplayName("A name means one type")
  void namesAreUnique() {
    Map<String, Set<String>> names = PRODUCT.stream().filter(type -> type.getEnclosingClass().isEmpty())
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getSimpleName,
            Collectors.mapping(JavaClass::getName, Collectors.toSet())));
    names.values().removeIf(types -> types.size() == 1);
    assertEquals(Map.of(), names);
  }

  @Test
  @DisplayName("Only the HTTP interface, the console, the port for operators, access and the main class know HTTP")
  void onlyApiKnowsHttp() {
    noClasses().that().resideOutsideOfPackages("cn.tuodi", "cn.tuodi.api..", "cn.tuodi.http..", "cn.tuodi.console..",
        "cn.tuodi.access..", "cn.tuodi.management..", "cn.tuodi.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus..", "io.vertx.core..", "io.vertx.ext..").check(PRODUCT);
  }

  @Test
  @DisplayName("Only tables and spreadsheets know the spreadsheet library, only tables, editions and decisions know the engine")
  void librariesStayAtHome() {
    noClasses().that().resideOutsideOfPackages("cn.tuodi.table..", "cn.tuodi.spreadsheet..").should()
        .dependOnClassesThat().resideInAnyPackage("org.apache.poi..").check(PRODUCT);
    noClasses().that().resideOutsideOfPackages("cn.tuodi.table..", "cn.tuodi.edition..", "cn.tuodi.assistance..",
        "cn.tuodi.application..", "cn.tuodi.premium..", "cn.tuodi.household..").should()
        .dependOnClassesThat().resideInAnyPackage("org.kie..", "org.drools..").check(PRODUCT);
  }

  @Test
  @DisplayName("Only commands know the library of the command line; nothing knows commands but the main class")
  void commandsStayAtHome() {
    noClasses().that().resideOutsideOfPackages("cn.tuodi", "cn.tuodi.command..").should().dependOnClassesThat()
        .resideInAnyPackage("picocli..", "cn.tuodi.command..").check(PRODUCT);
  }

  @Test
  @DisplayName("Only the intake from topics knows Kafka, and nothing knows that intake")
  void kafkaStaysAtHome() {
    noClasses().that().resideOutsideOfPackage("cn.tuodi.intake..").should().dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..", "cn.tuodi.intake..")
        .check(PRODUCT);
  }

  @Test
  @DisplayName("Comparisons and simulations know neither each other nor the interface")
  void studiesAreApart() {
    noClasses().that().resideInAPackage("cn.tuodi.comparison..").should().dependOnClassesThat()
        .resideInAnyPackage("cn.tuodi.simulation..", "cn.tuodi.assistance..", "cn.tuodi.api..").check(PRODUCT);
    noClasses().that().resideInAPackage("cn.tuodi.simulation..").should().dependOnClassesThat()
        .resideInAnyPackage("cn.tuodi.comparison..", "cn.tuodi.api..").check(PRODUCT);
  }

  @Test
  @DisplayName("No binary floating point: money is exact")
  void noFloatingPoint() {
    noClasses().that().resideOutsideOfPackages("cn.tuodi.table..", "cn.tuodi.spreadsheet..").should()
        .dependOnClassesThat().belongToAnyOf(Double.class, Float.class, double.class, float.class).check(PRODUCT);
  }
}
