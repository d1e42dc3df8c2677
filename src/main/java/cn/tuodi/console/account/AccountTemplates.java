package cn.tuodi.console.account;

import cn.tuodi.console.Option;
import cn.tuodi.console.Page;
import cn.tuodi.console.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of these pages; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class AccountTemplates {

  private AccountTemplates() {}

  static native TemplateInstance accounts(Page page, Visitor visitor, YearSearch search, String fault, String done,
      List<YearView> accounts, String next);

  static native TemplateInstance reversal(Page page, Visitor visitor, String claim, String fault, String reason,
      DifferencesView differences);

  static native TemplateInstance resettlement(Page page, Visitor visitor, ResettlementForm form, String fault,
      List<Option> identities, String identityFault, String dayFault, DifferencesView differences);
}
