package cn.tuodi.command;

import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountSchema;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.FactsCipher;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the tables of year accounts, or brings them up to this version, before replicas start. */
@Command(name = "accounts-schema", mixinStandardHelpOptions = true, description = {
    "建立年度账户的数据库表，或升级到本版本；可重复执行，可在服务运行时执行。密码取环境变量 TUODI_ACCOUNTS_PASSWORD。",
    "Makes the tables of year accounts, or brings them up to this version; may be repeated, and run beside services. "
        + "The password is that of the environment variable TUODI_ACCOUNTS_PASSWORD."})
final class AccountsSchemaCommand implements Callable<Integer> {

  private static final long PAUSE_MILLISECONDS = 500;

  @Mixin
  private AccountsOption accounts;

  @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "0", description = {
      "数据库没有应答时重试多少秒，缺省不重试", "for how many seconds a database that does not answer is tried again, 0 by default"})
  private long patience;

  @Option(names = "--or-later", description = {"到时仍没有应答也按成功结束，由服务启动后自行升级",
      "ends well where it does not answer in that time: services bring the tables up once it does"})
  private boolean orLater;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    AccountPlace place = accounts.place(FactsCipher.NONE);
    long end = System.nanoTime() + patience * 1_000_000_000L;
    while (true) {
      try {
        int steps = AccountSchema.bringUp(place);
        out.println(steps == 0 ? "数据库表已是本版本 / the tables are those of this version already"
            : "数据库表已升级，执行了 " + steps + " 步 / the tables were brought up, in " + steps + " steps");
        return Commands.SOUND;
      } catch (AccountsUnavailable e) {
        if (!e.isUnreachable() || System.nanoTime() >= end) {
          String reason = e.reason();
          err.println(e.isUnreachable() ? "数据库没有应答，请检查地址、用户和网络 / the database does not answer, check address, user "
              + "and network: " + reason : "数据库表无法升级 / the tables cannot be brought up: " + reason);
          return e.isUnreachable() && orLater ? Commands.SOUND : Commands.FAILED;
        }
      }
      Thread.sleep(PAUSE_MILLISECONDS);
    }
  }
}
