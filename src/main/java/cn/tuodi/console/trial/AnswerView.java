package cn.tuodi.console.trial;

import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.console.policies.EditionView;
import cn.tuodi.console.policies.TableView;
import java.util.List;

/**
 * A decision as a page shows it.
 *
 * @param decision the decision
 * @param statusText what it amounts to, in words
 * @param region the place whose policy decided
 * @param edition the edition that decided
 * @param personal what is left to the person
 * @param covered the share of the bill that is paid by others
 * @param standing the class of the person, or empty
 * @param standingRows what the class rests on
 * @param recognitions which identities do not count, and why
 * @param steps from the bill to what is left
 * @param notices notices
 * @param entitlements what the person may claim besides
 * @param json the decision as the interface gives it
 * @param claim the claim as the interface takes it
 * @param curl the same question on a command line
 */
record AnswerView(DecisionJson decision, String statusText, String region, EditionView edition, String personal,
    String covered,
    String standing, List<Reference> standingRows, List<String> recognitions, List<Step> steps,
    List<NoticeView> notices,
    List<EntitlementView> entitlements, String json, String claim, String curl) {

  /**
   * A step from the bill to what is left.
   *
   * @param key what pays, as style sheets name it
   * @param label what pays
   * @param amount how much, as people read it
   * @param share its share of the bill
   * @param left where its bar begins
   * @param width how long its bar is
   * @param explanation how it comes about
   * @param eligible cost it works on, or null
   * @param bands how it comes about, band by band
   * @param limits what held it down, or could have
   * @param references provisions and rows it rests on
   */
  record Step(String key, String label, String amount, String share, String left, String width, String explanation,
      String eligible, List<BandLine> bands, List<LimitLine> limits, List<Reference> references) {}

  /**
   * A band.
   *
   * @param span its edges
   * @param cost cost that lies in it
   * @param rate share paid
   * @param amount what it pays
   */
  record BandLine(String span, String cost, String rate, String amount) {}

  /**
   * A limit.
   *
   * @param name which
   * @param cap the most it allows
   * @param usedBefore what was used of it before
   * @param bound whether it held the line down
   */
  record LimitLine(String name, String cap, String usedBefore, boolean bound) {}

  /**
   * A provision, and the row that states it.
   *
   * @param id the provision
   * @param instrument document number
   * @param article article within the document
   * @param address where the provision is registered
   * @param place sheet and row, or null where no row states it
   * @param row where the row is shown, or null
   * @param cells what the row says
   */
  record Reference(String id, String instrument, String article, String address, String place, String row,
      List<TableView.Cell> cells) {}

  /**
   * A notice.
   *
   * @param severity how much it weighs, as style sheets name it
   * @param severityText the same in words
   * @param message what it says
   * @param references provisions and rows it rests on
   */
  record NoticeView(String severity, String severityText, String message, List<Reference> references) {}

  /**
   * Something the person may claim besides money.
   *
   * @param label what
   * @param references provisions and rows it rests on
   */
  record EntitlementView(String label, List<Reference> references) {}
}
