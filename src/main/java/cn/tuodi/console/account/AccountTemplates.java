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

  static native TemplateInstance accounts(Page page, Visitor visitor, YearSearch search, String fault,
      FoundYears found);

  static native TemplateInstance reversal(Page page, Visitor visitor, ReversalForm form, String fault,
      List<Meanwhile> meanwhile, DifferencesView differences);

  static native TemplateInstance resettlement(Page page, Visitor visitor, ResettlementForm form, String fault,
      List<Meanwhile> meanwhile, List<Option> identities, DifferencesView differences);

  static native TemplateInstance accountRefused(Page page, RefusedView refused);
}
