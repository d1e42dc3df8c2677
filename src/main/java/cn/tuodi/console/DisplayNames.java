package cn.tuodi.console;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.EntitlementType;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.Severity;
import cn.tuodi.assistance.Status;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What the parts of an answer are called. */
public final class DisplayNames {

  private static final String REST = "rest";

  private DisplayNames() {}

  /** An article of a document; what is left of it when all others are registered has no number. */
  public static String article(String article, Language language) {
    return REST.equals(article) ? language.text("console.the-rest") : article;
  }

  /** The name of an edition; one that is new is called like the last one of its region, with its own year. */
  public static String edition(EditionId id, Collection<EditionDescription> known, Language language) {
    Optional<EditionDescription> named = known.stream().filter(edition -> edition.id().equals(id)).findFirst();
    Optional<EditionDescription> like = named.or(() -> known.stream()
        .filter(edition -> edition.id().region().equals(id.region()) && isDated(edition))
        .max(Comparator.comparing(EditionDescription::id)));
    return like.map(edition -> language.of(edition.name(), edition.nameEn())
        .replace(Integer.toString(edition.id().year()), Integer.toString(id.year())))
        .orElseGet(() -> language.text("console.edition-3", id.region(), id.year()));
  }

  private static boolean isDated(EditionDescription edition) {
    String year = Integer.toString(edition.id().year());
    return edition.name().contains(year) && edition.nameEn().contains(year);
  }

  public static String of(Status status, Language language) {
    return switch (status) {
      case DECIDED -> language.text("console.decided");
      case REVIEW -> language.text("console.to-be-confirmed-by-a-person");
      case DENIED -> language.text("console.no-assistance");
    };
  }

  public static String of(Severity severity, Language language) {
    return switch (severity) {
      case INFO -> language.of(severity.label(), "Notice");
      case REVIEW -> language.of(severity.label(), "To be confirmed");
      case DENIAL -> language.of(severity.label(), "Denied");
    };
  }

  public static String of(Benefit benefit, Language language) {
    return switch (benefit) {
      case CRITICAL_ILLNESS -> language.of(benefit.label(), "Critical-illness insurance");
      case INSTITUTION_BORNE -> language.of(benefit.label(), "Borne by the institution");
      case MEDICAL_ASSISTANCE -> language.of(benefit.label(), "Medical assistance");
      case TOP_UP_ASSISTANCE -> language.of(benefit.label(), "Top-up assistance");
      case APPLICATION_ASSISTANCE -> language.of(benefit.label(), "Assistance on application");
    };
  }

  public static String of(LimitName limit, Language language) {
    return switch (limit) {
      case ANNUAL_CAP -> language.of(limit.label(), "Annual cap");
      case BILL_CAP -> language.of(limit.label(), "Cap of one bill");
      case CARE_CAP -> language.of(limit.label(), "Annual cap of this kind of care");
      case PLAN_CAP -> language.of(limit.label(), "Cap of the plan");
      case BURDEN_LEFT -> language.of(limit.label(), "Cost left to pay");
    };
  }

  public static String of(EntitlementType entitlement, Language language) {
    return switch (entitlement) {
      case DEPOSIT_WAIVER -> language.of(entitlement.label(), "Hospital deposit waived");
    };
  }
}
