package cn.tuodi.simulation;

import cn.tuodi.comparison.ChangedEdition;
import cn.tuodi.desk.Changed;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionCompiler;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policies and portfolios that tests simulate. */
public final class Policies {

  /** guangxi/2022, but with 70 % for the low-income edge (80 %) and 95 % for class 2 (90 %), inpatient. */
  static final Edition DRAFT = draft();

  private Policies() {}

  public static Edition inForce(String name) {
    return BuiltEditions.CATALOGUE.named(EditionId.parsed(name).orElseThrow()).orElseThrow();
  }

  private static Edition draft() {
    EditionSources sources = ChangedEdition.sources("guangxi/2022");
    byte[] terms = ChangedEdition.saved(sources.workbooks().get("medical-assistance.xlsx"), book -> {
      ChangedEdition.set(book.getSheet("救助待遇"), "L7", new BigDecimal("0.70"));
      ChangedEdition.set(book.getSheet("救助待遇"), "L6", new BigDecimal("0.95"));
    });
    byte[] edition = ChangedEdition.saved(sources.workbooks().get("edition.xlsx"), Changed::expectClasses);
    CheckedEdition checked = EditionChecker.check(
        sources.withWorkbook("medical-assistance.xlsx", terms).withWorkbook("edition.xlsx", edition));
    return CompiledEdition.of(checked, EditionCompiler.compile(checked)).load();
  }

  static PolicySide asStated(Edition edition) {
    return new PolicySide(edition.id().toString(), edition, false);
  }

  static PolicySide asIfInForce(Edition edition) {
    return new PolicySide(edition.id().toString(), edition, true);
  }

  static Tally run(PolicySide before, PolicySide after, int threads, PortfolioSource source) throws IOException {
    return new Simulation(before, after, threads).run(source, (claims, done, all) -> {}, () -> false);
  }

  static PortfolioSource lines(Path folder, String... lines) throws IOException {
    Path file = folder.resolve("claims.ndjson");
    Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    return PortfolioSource.file(PortfolioSource.Kind.NDJSON, file, Language.ZH);
  }

  /** An inpatient claim in Nanning in 2022 without anything out of scope. */
  static String inpatient(String id, String person, String identity, String day, String scope, String basic) {
    return "{\"claimId\":\"" + id + "\",\"region\":\"450100\",\"serviceDate\":\"" + day
        + "\",\"person\":{\"personId\":\""
        + person + "\",\"identities\":"
        + (identity == null ? "[]" : "[{\"type\":\"" + identity + "\",\"recognisedOn\":\"2021-01-01\"}]")
        + "},\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":" + scope + ",\"policyScope\":" + scope
        + ",\"advance\":0,\"overLimit\":0,\"selfPaid\":0},\"payments\":{\"basicInsurance\":" + basic
        + ",\"criticalIllness\":0}}";
  }
}
