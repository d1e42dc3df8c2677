package cn.tuodi.console.policies;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.console.Option;
import cn.tuodi.console.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of the pages on policies; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class PolicyTemplates {

  private PolicyTemplates() {}

  static native TemplateInstance timeline(Page page, EditionTimeline timeline);

  static native TemplateInstance edition(Page page, EditionView edition);

  static native TemplateInstance table(Page page, EditionView edition, TableView table);

  static native TemplateInstance register(Page page, EditionView edition, RegisterView register);

  static native TemplateInstance vocabulary(Page page, VocabularyView vocabulary);

  static native TemplateInstance comparison(Page page, List<Option> from, List<Option> to, ChangesJson changes,
      String csv, String markdown);
}
