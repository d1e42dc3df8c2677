package cn.tuodi.console.trial;

import cn.tuodi.console.Examples;
import cn.tuodi.console.Page;
import cn.tuodi.console.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The template of the page that tries claims; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class TrialTemplates {

  private TrialTemplates() {}

  static native TemplateInstance tryDraft(Page page, Visitor visitor, TriedDraft draft, FormView form,
      List<Examples.Choices> examples, ComparedAnswers answers);

  static native TemplateInstance tryClaim(Page page, FormView form, List<Examples.Choices> examples, AnswerView answer,
      ChartView chart);
}
