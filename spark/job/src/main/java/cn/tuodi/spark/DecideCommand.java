package cn.tuodi.spark;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides a portfolio by the editions in force. */
@Command(name = "decide", mixinStandardHelpOptions = true, description = {"按现行版本逐单计算，结果与批量接口逐字节相同。",
    "Decides every claim, with the same bytes as a batch."})
final class DecideCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "POLICY", description = {"版本或版本文件夹，可列几个；缺省为全部版本",
      "editions or folders of editions that decide together; by default all"})
  private List<String> policies;

  @Mixin
  private JobOptions options;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    PolicyArguments arguments = new PolicyArguments(options);
    List<String> names = policies == null || policies.isEmpty() ? arguments.all() : policies;
    new PortfolioRun(options, names.stream().map(arguments::policy).toList(), false, false)
        .run(spec.commandLine().getErr());
    return 0;
  }
}
