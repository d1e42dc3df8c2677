package cn.tuodi.console.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Areas;
import cn.tuodi.language.Language;

/**
 * An account that somebody may have looked for.
 *
 * @param year its year
 * @param province its province
 * @param bills how many bills were ever settled on it
 * @param address where it is shown
 */
record KnownAccount(int year, String province, int bills, String address) {

  static KnownAccount of(Account account, Language language) {
    int year = account.key().year();
    return new KnownAccount(year, Areas.inFull(account.key().province() + "0000", language), account.bills(),
        Addresses.year(account.key().personId(), Integer.toString(year)));
  }
}
