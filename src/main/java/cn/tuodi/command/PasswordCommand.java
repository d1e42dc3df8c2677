package cn.tuodi.command;

import cn.tuodi.access.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Hashes the password of the single administrator. */
@Command(name = "password", mixinStandardHelpOptions = true, description = {"读入管理员密码，输出 tuodi.admin.password-hash 的值。",
    "Reads the administrator's password and prints the value of tuodi.admin.password-hash."})
final class PasswordCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    char[] password = read();
    if (password == null || password.length < PasswordHash.SHORTEST) {
      spec.commandLine().getErr().println("密码至少 " + PasswordHash.SHORTEST + " 个字符 / a password has at least "
          + PasswordHash.SHORTEST + " characters");
      return Commands.FAILED;
    }
    spec.commandLine().getOut().println(PasswordHash.of(password));
    return Commands.SOUND;
  }

  private static char[] read() throws IOException {
    Console console = System.console();
    if (console != null) {
      return console.readPassword("密码 / password: ");
    }
    String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? null : line.toCharArray();
  }
}
