package cn.tuodi.spark;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides a portfolio under two policies and tells what differs. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = {"在两个政策下计算，列出差异、每人各方应补应退和合计。",
    "Decides under two policies: differences, adjustments by person and bearer, sums."})
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FROM", description = {"版本、版本文件夹或 draft:编号",
      "an edition, its folder, or draft:ID"})
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = {"同上", "the same"})
  private String to;

  @Option(names = "--as-stated", description = {"只算版本适用范围内的单据（两个都是同一版本时的缺省）",
      "only claims that the editions cover (the default for two versions of one edition)"})
  private boolean asStated;

  @Mixin
  private JobOptions options;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    PolicyArguments arguments = new PolicyArguments(options);
    boolean asIfInForce = !asStated && !arguments.areOfOneEdition(from, to);
    new PortfolioRun(options, List.of(arguments.policy(from), arguments.policy(to)), true, asIfInForce)
        .run(spec.commandLine().getErr());
    return 0;
  }
}
