package cn.tuodi.command;

import cn.tuodi.desk.record.DeskRefusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 done and nothing found, 1 something was found or differs, 2 wrong use or failure.
 */
@Command(name = "tuodi", mixinStandardHelpOptions = true, version = "tuodi 1", description = {
    "检查、发布和退回决策表；不带命令则启动服务。",
    "Checks, publishes and undoes decision tables; without a command the service starts."}, subcommands = {
        CheckCommand.class, DiffCommand.class, TextCommand.class, SimulateCommand.class, PublishCommand.class,
        HistoryCommand.class, UndoCommand.class, NewCommand.class, UpgradeCommand.class, ExportCommand.class,
        PasswordCommand.class, AccountsSchemaCommand.class, AccountsCheckCommand.class})
public final class Commands implements Runnable {

  /** Exit code where all is well. */
  public static final int SOUND = 0;

  /** Exit code where something was found or differs. */
  public static final int FOUND = 1;

  /** Exit code of wrong use and of failures. */
  public static final int FAILED = 2;

  @Spec
  private CommandSpec spec;

  /**
   * Runs a command, with UTF-8 on the standard streams.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    // Before a service has read its settings everything is logged, to be sifted later: every step of the engine, too.
    Logger.getLogger("").setLevel(Level.WARNING);
    return run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments);
  }

  /**
   * Runs a command.
   *
   * @param out where results go
   * @param err where wrong use and failures are told
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Commands()).setOut(out).setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      err.println(said(failure));
      return failure instanceof DeskRefusal refusal && refusal.reason() == DeskRefusal.Reason.NOT_SOUND ? FOUND
          : FAILED;
    });
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static String said(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return "没有这个文件或文件夹 / no such file or folder: " + failure.getMessage();
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请给出命令 / state a command");
  }
}
