package cn.tuodi.console.login;

import cn.tuodi.console.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the pages on which one logs in; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class LoginTemplates {

  private LoginTemplates() {}

  static native TemplateInstance login(Page page, String to, boolean failed);

  static native TemplateInstance loginFailed(Page page, String text);
}
