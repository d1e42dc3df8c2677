package cn.tuodi.console.account;

import cn.tuodi.access.Roles;
import cn.tuodi.account.Books;
import cn.tuodi.account.YearAccounts;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.Visitor;
import cn.tuodi.console.policies.CheckedWorkbooks;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** What pages on year accounts have in common: where accounts are on, who may see them, and what decisions cite. */
@ApplicationScoped
final class AccountAccess {

  private static final int MALFORMED = 400;
  private static final int MISSING = 404;

  private final YearAccounts accounts;
  private final DeskAccess access;
  private final CurrentCatalogue catalogue;
  private final CheckedWorkbooks workbooks;

  AccountAccess(YearAccounts accounts, DeskAccess access, CurrentCatalogue catalogue, CheckedWorkbooks workbooks) {
    this.accounts = accounts;
    this.access = access;
    this.catalogue = catalogue;
    this.workbooks = workbooks;
  }

  /** A page on year accounts. */
  static Page page(Language language, String address) {
    return Page.of(language, language.text("console.year-accounts"), Page.Section.ACCOUNTS, address);
  }

  /** Who looks at the page. */
  Visitor visitor() {
    return access.visitor();
  }

  /** The name of who looks at the page, or null where nobody has to log in. */
  String by() {
    return access.visitor().known() ? access.visitor().name() : null;
  }

  /** What decisions cite, in a language. */
  CitedPolicies policies(Language language) {
    return new CitedPolicies(catalogue.get().editions().stream().map(Edition::description).toList(), workbooks::find,
        language);
  }

  /**
   * The answer on the book, where accounts are on and the visitor may see them.
   *
   * @param ids ids that are looked for, each may be null
   */
  Response answer(Page page, PendingForm unsent, List<String> ids, Function<Books, Response> work) {
    if (!accounts.areOn()) {
      return Html.of(MISSING, page, PageTemplates.message(page, page.text("console.accounts-are-off")));
    }
    return access.refusal(Roles.SETTLE, page.language(), unsent)
        .orElseGet(() -> ids.stream().anyMatch(AccountAccess::isNone)
            ? Html.of(MALFORMED, page, PageTemplates.message(page, page.text("console.no-id-has-this-character")))
            : work.apply(accounts.books().orElseThrow()));
  }

  /** Whether it has a character that no id has, and no database keeps. */
  private static boolean isNone(String id) {
    return id != null && id.indexOf('\0') >= 0;
  }
}
