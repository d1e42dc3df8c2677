package cn.tuodi.console.simulation;

import cn.tuodi.console.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The template of the page of simulations; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class SimulationTemplates {

  private SimulationTemplates() {}

  static native TemplateInstance simulation(Page page, SimulationView simulation);
}
