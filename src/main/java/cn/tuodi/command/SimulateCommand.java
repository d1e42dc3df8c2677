package cn.tuodi.command;

import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.PolicySide;
import cn.tuodi.simulation.Simulation;
import cn.tuodi.simulation.SimulationCsv;
import cn.tuodi.simulation.SimulationJson;
import cn.tuodi.simulation.Tally;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.SampleSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides a portfolio of claims under two policies. Exit code 0 when done, 2 where it cannot be done. */
@Command(name = "simulate", description = "在两个政策下模拟一批单据 / decide a portfolio of claims under two policies", mixinStandardHelpOptions = true, exitCodeListHeading = "%n退出码 / exit codes:%n", exitCodeList = {
    "0:完成 / done", "2:无法模拟 / cannot be done"})
public final class SimulateCommand implements Callable<Integer> {

  private static final long SECOND = 1_000_000_000L;

  /** How a result is written. */
  public enum Form {
    JSON,
    CSV
  }

  /** Where the claims come from. */
  private static final class Claims {

    @Option(names = "--sample", required = true, paramLabel = "COUNT", description = "生成的合成单据数 / number of synthetic claims")
    private Long sample;

    @Option(names = "--claims", required = true, paramLabel = "FILE", description = "单据文件，.csv 或每行一份 JSON / a file of claims, .csv or a claim in JSON a line")
    private Path file;
  }

  @Parameters(index = "0", paramLabel = "FROM", description = "版本（guangxi/2021）或版本文件夹 / an edition such as guangxi/2021, or its folder")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "同上 / the same")
  private String to;

  @ArgGroup(multiplicity = "1")
  private Claims claims;

  @Option(names = "--seed", defaultValue = "1", description = "合成单据的种子，默认 ${DEFAULT-VALUE} / seed of the sample")
  private long seed;

  @Option(names = "--as-stated", description = "只算版本适用范围内的单据（两个文件夹是同一版本时的默认） / only claims that the editions cover (the default for two versions of one edition)")
  private boolean asStated;

  @Option(names = "--rules", paramLabel = "FOLDER", description = "规则文件夹；默认为表格文件夹旁的 rules / folder of rules; by default the rules beside the tables")
  private Path rules;

  @Option(names = "--threads", description = "线程数，默认为处理器数 / number of threads, by default that of processors")
  private Integer threads;

  @Option(names = "--form", defaultValue = "JSON", description = "${COMPLETION-CANDIDATES}，默认 / default ${DEFAULT-VALUE}")
  private Form form;

  @Option(names = "--language", defaultValue = "ZH", description = "${COMPLETION-CANDIDATES}，默认 / default ${DEFAULT-VALUE}")
  private Language language;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      EditionArgument editions = new EditionArgument(rules);
      EditionSources before = editions.sources(from);
      EditionSources after = editions.sources(to);
      ApplicationFiles application = ApplicationFiles.load();
      boolean asIfInForce = !asStated && !before.name().equals(after.name());
      PolicySide one = new PolicySide(from, application.compiled(before).load(), asIfInForce);
      PolicySide other = new PolicySide(to, application.compiled(after).load(), asIfInForce);
      write(one, other, source(one), errors);
      return 0;
    } catch (InvalidEdition e) {
      errors.println(e.getMessage());
    } catch (EditionArgument.Unknown e) {
      errors.println(language.text("command.no-edition-and-no-folder", e.getMessage()));
    } catch (InvalidRequest e) {
      e.violations().forEach(violation -> errors.println(violation.pointer() + ": " + violation.message()));
    }
    errors.flush();
    return 2;
  }

  private PortfolioSource source(PolicySide side) throws IOException {
    if (claims.sample != null) {
      return PortfolioSource.sample(SampleSettings.of(side.edition().description(), claims.sample, seed));
    }
    if (!Files.isRegularFile(claims.file)) {
      throw InvalidRequest.parameter("claims",
          language.text("command.there-is-no-file", claims.file));
    }
    boolean csv = claims.file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    return PortfolioSource.file(csv ? PortfolioSource.Kind.CSV : PortfolioSource.Kind.NDJSON, claims.file, language);
  }

  private void write(PolicySide one, PolicySide other, PortfolioSource source, PrintWriter errors) throws IOException {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, threads);
    long start = System.nanoTime();
    Tally tally = new Simulation(one, other, workers).run(source, (done, given, all) -> {}, () -> false);
    long nanoseconds = Math.max(1, System.nanoTime() - start);
    SimulationJson result = SimulationJson.of(source, one, other, tally, language);
    PrintWriter out = spec.commandLine().getOut();
    out.print(new String(form == Form.CSV ? SimulationCsv.of(result) : Json.bytes(result), StandardCharsets.UTF_8));
    out.println();
    out.flush();
    errors.println(language.text("command.claims") + tally.claims() + language.text("command.milliseconds")
        + nanoseconds / (SECOND / 1000) + language.text("command.a-second") + tally.claims() * SECOND / nanoseconds);
    errors.flush();
  }
}
