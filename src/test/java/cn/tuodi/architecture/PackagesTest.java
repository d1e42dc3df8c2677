package cn.tuodi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class PackagesTest {

  private static final JavaClasses PRODUCT = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.tuodi");

  @Test
  @DisplayName("The types that rules speak of depend on nothing but the JDK")
  void factsAreFree() {
    classes().that().resideInAPackage("cn.tuodi.facts").should().onlyDependOnClassesThat()
        .resideInAnyPackage("cn.tuodi.facts", "java..").check(PRODUCT);
  }

  @Test
  @DisplayName("Packages depend on each other in one direction")
  void noCycles() {
    slices().matching("cn.tuodi.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  @DisplayName("Only the HTTP interface, the console, the port for operators, access and the main class know HTTP")
  void onlyApiKnowsHttp() {
    noClasses().that().resideOutsideOfPackages("cn.tuodi", "cn.tuodi.api..", "cn.tuodi.console..", "cn.tuodi.access..",
        "cn.tuodi.management..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus..", "io.vertx.core..", "io.vertx.ext..").check(PRODUCT);
  }

  @Test
  @DisplayName("Only tables and spreadsheets know the spreadsheet library, only tables, editions and decisions know the engine")
  void librariesStayAtHome() {
    noClasses().that().resideOutsideOfPackages("cn.tuodi.table..", "cn.tuodi.spreadsheet..").should()
        .dependOnClassesThat().resideInAnyPackage("org.apache.poi..").check(PRODUCT);
    noClasses().that().resideOutsideOfPackages("cn.tuodi.table..", "cn.tuodi.edition..", "cn.tuodi.decision..").should()
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
        .resideInAnyPackage("cn.tuodi.simulation..", "cn.tuodi.decision..", "cn.tuodi.api..").check(PRODUCT);
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
