package cn.tuodi.console.desk;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.console.Examples;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.Visitor;
import cn.tuodi.desk.DeskJson;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of the pages of the desk; what they use is checked when the application is built. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DeskTemplates {

  private DeskTemplates() {}

  static native TemplateInstance desk(Page page, Visitor visitor, DeskView desk);

  static native TemplateInstance newcomer(Page page, Visitor visitor, NewPolicyView newcomer);

  static native TemplateInstance check(Page page, String table, DeskJson.CheckJson check,
      List<DeskJson.FindingJson> findings, PendingForm again);

  static native TemplateInstance draft(Page page, Visitor visitor, DraftView draft,
      List<DeskJson.FindingJson> findings, ChangesJson changes, String fault);

  static native TemplateInstance publication(Page page, Visitor visitor, SummaryView summary, ChangesJson changes,
      String fault);

  static native TemplateInstance published(Page page, Visitor visitor, PublishedView published, ChangesJson changes,
      String fault);

  static native TemplateInstance draftDamaged(Page page, Visitor visitor, String address, String fault,
      List<Examples.Choices> tables);

  static native TemplateInstance draftUpdate(Page page, Visitor visitor, DraftUpdateView update, String from);

  static native TemplateInstance history(Page page, Visitor visitor, HistoryView history, String made,
      List<DeskJson.FindingJson> damaged);

  static native TemplateInstance undo(Page page, Visitor visitor, UndoView undo, String fault);
}
