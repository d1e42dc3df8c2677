package cn.tuodi.replay;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.Payer;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names and values as sentences show them. What a caller sent may be of any type and length: it is shown in brief. */
final class ReplayWords {

  private static final int LONGEST = 60;
  private static final int HASH_SHOWN = 19;

  private final Language language;

  ReplayWords(Language language) {
    this.language = language;
  }

  String of(String zh, String en) {
    return language.of(zh, en);
  }

  String text(String key, Object... arguments) {
    return language.text(key, arguments);
  }

  String benefit(Benefit benefit) {
    return of(benefit.label(), switch (benefit) {
      case CRITICAL_ILLNESS -> "Critical-illness insurance";
      case INSTITUTION_BORNE -> "Cost borne by the institution";
      case MEDICAL_ASSISTANCE -> "Medical assistance";
      case TOP_UP_ASSISTANCE -> "Top-up assistance";
      case APPLICATION_ASSISTANCE -> "Assistance on application";
    });
  }

  String limit(String name) {
    return Arrays.stream(LimitName.values()).filter(limit -> limit.name().equals(name)).findFirst()
        .map(limit -> of(limit.label(), switch (limit) {
          case ANNUAL_CAP -> "annual cap";
          case BILL_CAP -> "cap of one bill";
          case CARE_CAP -> "annual cap of the kind of care";
          case PLAN_CAP -> "cap of the plan";
          case BURDEN_LEFT -> "cost left to pay";
        })).orElse(brief(name));
  }

  String total(String field) {
    return switch (field) {
      case "total" -> text("replay.the-bill");
      case "basicInsurance" -> text("replay.basic-insurance");
      case "criticalIllness" -> text("replay.critical-illness-insurance");
      case "employeeSupplement" -> text("replay.the-employees-supplement");
      case "otherInsurance" -> text("replay.other-insurance");
      case "medicalAssistance" -> text("replay.medical-assistance");
      case "topUpAssistance" -> text("replay.top-up-assistance");
      case "institutionBorne" -> text("replay.what-the-institution-bears");
      case "personal" -> text("replay.what-is-left-to-the-person");
      default -> field;
    };
  }

  /** A field of a class or a notice. */
  String field(String name) {
    return switch (name) {
      case "class" -> text("replay.the-class");
      case "number" -> text("replay.its-number");
      case "severeDisability" -> text("replay.severe-disability");
      case "identity" -> text("replay.the-identity");
      case "severity" -> text("replay.its-severity");
      case "reviewable" -> text("replay.whether-it-may-be-reviewed");
      default -> name;
    };
  }

  /** An amount of yuan. */
  String yuan(JsonNode value) {
    return value.isNumber() ? text("replay.yuan", amount(value)) : brief(value);
  }

  /** The edge of a band; null where the band is open. */
  String edge(JsonNode value) {
    return value.isNull() ? text("replay.open") : yuan(value);
  }

  /** A rate as a percentage. */
  String rate(JsonNode value) {
    if (!value.isNumber()) {
      return brief(value);
    }
    BigDecimal percent = value.decimalValue().movePointRight(2).stripTrailingZeros();
    return percent.setScale(Math.max(percent.scale(), 0), RoundingMode.UNNECESSARY).toPlainString() + "%";
  }

  /** Yes or no. */
  String flag(JsonNode value) {
    return value.isBoolean() ? value.booleanValue() ? text("replay.yes") : text("replay.no") : brief(value);
  }

  /** A band with its edges and rate. */
  String band(JsonNode band) {
    return text("replay.to-at", yuan(band.path("from")), edge(band.path("to")), rate(band.path("rate")));
  }

  /** A class of persons, or one of its facts. */
  String personClass(JsonNode value) {
    if (!value.isObject()) {
      return value.isBoolean() ? flag(value) : named(value);
    }
    JsonNode label = value.path("label");
    // A decision keeps the language in which it was given.
    boolean readable = label.isTextual()
        && of("zh", "en").equals(label.textValue().codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en");
    return readable ? brief(label)
        : text("replay.class", brief(value.path("number")));
  }

  /** A name of the interface by what people call it; any other value in brief. */
  String named(JsonNode value) {
    String name = value.isTextual() ? value.textValue() : "";
    return switch (name) {
      case "DECIDED" -> text("replay.decided");
      case "REVIEW" -> text("replay.to-be-confirmed-by-a-person");
      case "DENIED" -> text("replay.no-assistance");
      case "CRITICAL_ILLNESS_INSURANCE" -> of(Payer.CRITICAL_ILLNESS_INSURANCE.label(), "critical-illness insurance");
      case "MEDICAL_ASSISTANCE_FUND" -> of(Payer.MEDICAL_ASSISTANCE_FUND.label(), "the medical-assistance fund");
      case "CIVIL_AFFAIRS" -> of(Payer.CIVIL_AFFAIRS.label(), "civil affairs");
      case "LOCAL_FINANCE" -> of(Payer.LOCAL_FINANCE.label(), "the local budget");
      case "INSTITUTION" -> of(Payer.INSTITUTION.label(), "the institution");
      default -> Arrays.stream(IdentityType.values()).filter(type -> type.name().equals(name)).findFirst()
          .map(type -> of(type.label(), EnglishWords.of(type.label()))).orElse(brief(value));
    };
  }

  /** A figure of the year to date, such as {@code assistance.paid.INPATIENT}. */
  String accumulated(String figure) {
    return Arrays.stream(figure.split("\\.")).map(this::part)
        .collect(Collectors.joining(text("language.clause-comma")));
  }

  private String part(String name) {
    return switch (name) {
      case "year" -> text("replay.the-year");
      case "burdenAfterInsurance" -> text("replay.burden-after-insurance");
      case "criticalIllness" -> text("replay.critical-illness-insurance");
      case "assistance" -> text("replay.medical-assistance");
      case "topUp" -> text("replay.top-up-assistance");
      case "eligible" -> text("replay.eligible-cost");
      case "paid" -> text("replay.paid");
      default -> Arrays.stream(CareType.values()).filter(type -> type.name().equals(name)).findFirst()
          .map(type -> of(type.label(), EnglishWords.of(type.label()))).orElse(brief(name));
    };
  }

  /** A provision with its row. */
  String citation(JsonNode provision) {
    String id = brief(provision.path("id"));
    if (!provision.path("table").isTextual()) {
      return id;
    }
    String table = provision.get("table").textValue();
    return text("replay.sheet-row", id, table, brief(provision.path("sheet")), brief(provision.path("row")));
  }

  /** A hash by its first digits. */
  String hash(String hash) {
    return hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) + "…" : hash;
  }

  /** Any value. */
  String brief(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return text("replay.nothing");
    }
    return brief(value.isTextual() ? value.textValue()
        : value.isNumber() ? value.decimalValue().toPlainString() : value.toString());
  }

  /** Any text. */
  String brief(String text) {
    return text.length() > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…" : text;
  }

  private static String amount(JsonNode value) {
    BigDecimal number = value.decimalValue();
    return number.scale() < 2 ? number.setScale(2, RoundingMode.UNNECESSARY).toPlainString() : number.toPlainString();
  }
}
