package cn.tuodi.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of pages that belong to no room; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public final class PageTemplates {

  private PageTemplates() {}

  static native TemplateInstance unsent(Page page, String address, PendingForm unsent, boolean unavailable);

  static native TemplateInstance error(Page page, ErrorAdvice advice, List<String> details, String id);

  public static native TemplateInstance message(Page page, String text);
}
