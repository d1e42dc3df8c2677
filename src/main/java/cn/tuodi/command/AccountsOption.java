package cn.tuodi.command;

import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.FactsCipher;
import java.util.Arrays;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where year accounts are kept, as the settings of the service say in the environment, or options do. */
public final class AccountsOption {

  /** One for what is done, one that keeps others who do the same waiting. */
  private static final int CONNECTIONS = 2;

  @Option(names = "--database", required = true, paramLabel = "ADDRESS", defaultValue = "${env:TUODI_ACCOUNTS_DATABASE}", description = {
      "数据库的 JDBC 地址或文件夹，缺省取环境变量 TUODI_ACCOUNTS_DATABASE",
      "a JDBC address or a folder; by default that of the environment variable"})
  private String database;

  @Option(names = "--user", paramLabel = "NAME", defaultValue = "${env:TUODI_ACCOUNTS_USER}", description = {
      "连接的用户，缺省取环境变量 TUODI_ACCOUNTS_USER", "who connects; by default as the environment variable says"})
  private String user;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  /** The place, with the password of the environment. */
  AccountPlace place(FactsCipher cipher) {
    try {
      return new AccountPlace(database, user, System.getenv("TUODI_ACCOUNTS_PASSWORD"), CONNECTIONS, cipher, true);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  /** The keys of the environment. */
  FactsCipher keys() {
    String keys = System.getenv("TUODI_ACCOUNTS_KEYS");
    try {
      return keys == null || keys.isBlank() ? FactsCipher.NONE : FactsCipher.of(Arrays.asList(keys.split(",")));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "TUODI_ACCOUNTS_KEYS: " + e.getMessage());
    }
  }
}
