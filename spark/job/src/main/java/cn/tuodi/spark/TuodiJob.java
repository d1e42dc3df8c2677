package cn.tuodi.spark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the jobs: {@code spark-submit --class cn.tuodi.spark.TuodiJob … decide …}. */
@Command(name = "tuodi-spark", mixinStandardHelpOptions = true, subcommands = {DecideCommand.class,
    CompareCommand.class}, description = {"在 Apache Spark 上计算整批单据。", "Decides portfolios on Apache Spark."})
public final class TuodiJob {

  private TuodiJob() {}

  /** The command line of the jobs. */
  static CommandLine commandLine() {
    return new CommandLine(new TuodiJob()).setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (failure instanceof JobRefusal) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.USAGE;
          }
          throw failure;
        });
  }

  /**
   * Runs a job.
   *
   * @param arguments a command with its options; 0 is the exit code when it is done, 2 where it cannot be done
   */
  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }
}
