package cn.tuodi.console;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.wire.DeskJson;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of the pages; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {

  private Templates() {}

  static native TemplateInstance timeline(Page page, Timeline timeline);

  static native TemplateInstance edition(Page page, EditionView edition);

  static native TemplateInstance table(Page page, EditionView edition, TableView table);

  static native TemplateInstance register(Page page, EditionView edition, RegisterView register);

  static native TemplateInstance tryClaim(Page page, FormView form, List<Examples.Choices> examples, AnswerView answer,
      ChartView chart);

  static native TemplateInstance desk(Page page, Visitor visitor, DeskView desk);

  static native TemplateInstance newcomer(Page page, Visitor visitor, NewcomerView newcomer);

  static native TemplateInstance check(Page page, String table, DeskJson.CheckJson check, Unsent again);

  static native TemplateInstance draft(Page page, Visitor visitor, DraftView draft,
      List<DeskJson.FindingJson> findings, ChangesJson changes, String fault);

  static native TemplateInstance draftDamaged(Page page, Visitor visitor, String address, String fault,
      List<Examples.Choices> tables);

  static native TemplateInstance draftUpdate(Page page, Visitor visitor, DraftUpdateView update);

  static native TemplateInstance simulation(Page page, SimulationView simulation);

  static native TemplateInstance history(Page page, Visitor visitor, HistoryView history,
      List<DeskJson.FindingJson> damaged);

  static native TemplateInstance comparison(Page page, List<Option> from, List<Option> to, ChangesJson changes,
      String csv, String markdown);

  static native TemplateInstance unsent(Page page, String address, Unsent unsent, boolean unavailable);

  static native TemplateInstance login(Page page, String to, boolean failed);

  static native TemplateInstance loginFailed(Page page, String text);

  static native TemplateInstance error(Page page, Advice advice, List<String> details, String id);

  static native TemplateInstance message(Page page, String text);
}
