package cn.tuodi.command;

import cn.tuodi.account.store.AccountCheck;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.BookDifference;
import cn.tuodi.account.store.FactsCipher;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that the book of year accounts agrees with itself. */
@Command(name = "accounts-check", mixinStandardHelpOptions = true, description = {
    "核对年度账户：余额等于各次记账之和，记账与单据和核定结果一致，编号没有空缺；可在服务运行时执行，不改动任何内容。"
        + "密码和密钥取环境变量 TUODI_ACCOUNTS_PASSWORD、TUODI_ACCOUNTS_KEYS。",
    "Checks year accounts: balances are the sums of entries, entries are what was claimed and decided, numbers have no "
        + "gap; may run beside services, and changes nothing. Password and keys are those of the environment."})
final class AccountsCheckCommand implements Callable<Integer> {

  @Mixin
  private AccountsOption accounts;

  @Mixin
  private LanguageOption speaking;

  @Option(names = "--without-decisions", description = {"不读取单据和核定结果，因而不需要密钥",
      "leaves out what was claimed and decided, and then needs no keys"})
  private boolean withoutDecisions;

  @Option(names = "--with-persons", description = {"同时列出有差异的账户的人员编号", "names the person of an account that differs"})
  private boolean withPersons;

  @Spec
  private CommandSpec spec;

  private int differences;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      AccountCheck.Extent extent = AccountCheck.run(accounts.place(withoutDecisions ? FactsCipher.NONE
          : accounts.keys()), !withoutDecisions, difference -> {
            differences++;
            out.println(said(difference));
          });
      out.println(speaking.language().text(differences == 0 ? "command.books-agree" : "command.books-differ",
          extent.accounts(), extent.bookings(), extent.entries(), differences));
      return differences == 0 ? Commands.SOUND : Commands.FOUND;
    } catch (AccountsUnavailable e) {
      spec.commandLine().getErr().println(speaking.language().text("command.books-cannot-be-read", e.reason()));
      return Commands.FAILED;
    }
  }

  private String said(BookDifference difference) {
    String what = what(difference);
    if (difference.key() == null) {
      return what;
    }
    return speaking.language().text("command.book-of-account", difference.accountId(), difference.key().year(),
        difference.key().province(), what) + (withPersons ? " [" + difference.key().personId() + "]" : "");
  }

  private String what(BookDifference difference) {
    Object subject = difference.subject();
    Object found = difference.found();
    Object expected = difference.expected();
    return switch (difference.rule()) {
      case BALANCE -> speaking.language().text("command.book-balance", subject, found, expected);
      case VERSION -> speaking.language().text("command.book-version", found, expected);
      case BOOKING_ORDER -> speaking.language().text("command.book-booking-order", subject, found, expected);
      case BILLS -> speaking.language().text("command.book-bills", found, expected);
      case BILL_ORDER -> speaking.language().text("command.book-bill-order", subject, found, expected);
      case BILL_VERSIONS -> speaking.language().text("command.book-bill-versions", subject, found, expected);
      case DECISION -> speaking.language().text("command.book-decision", subject, found, expected);
      case ACCUMULATION -> speaking.language().text("command.book-accumulation", subject, found, expected);
      case FACTS -> speaking.language().text("command.book-facts", subject);
      case CLAIM -> speaking.language().text("command.book-claim", subject, found, expected);
      // Ids of persons are told where that is asked for only.
      case PERSON -> withPersons ? speaking.language().text("command.book-person-named", subject, found, expected)
          : speaking.language().text("command.book-person", subject);
      case ENTRY_ACCOUNT -> speaking.language().text("command.book-entry-account", subject, found, expected);
      case CHANGE_OF_BOOKING -> speaking.language().text("command.book-change-of-booking", subject, found, expected);
      case CHANGE_NUMBERS -> speaking.language().text("command.book-change-numbers", found, expected);
    };
  }
}
