package cn.tuodi.replay;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.Payer;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.language.Language;
import cn.tuodi.table.EnglishWords;
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
          case CARE_CAP -> "annual cap of the kind of care";
          case PLAN_CAP -> "cap of the plan";
          case BURDEN_LEFT -> "cost left to pay";
        })).orElse(brief(name));
  }

  String total(String field) {
    return switch (field) {
      case "total" -> of("总费用", "the bill");
      case "basicInsurance" -> of("基本医保", "basic insurance");
      case "criticalIllness" -> of("大病保险", "critical-illness insurance");
      case "employeeSupplement" -> of("职工大额医疗费用补助", "the employees' supplement");
      case "otherInsurance" -> of("其他补充保险", "other insurance");
      case "medicalAssistance" -> of("医疗救助", "medical assistance");
      case "topUpAssistance" -> of("倾斜救助", "top-up assistance");
      case "institutionBorne" -> of("医疗机构承担", "what the institution bears");
      case "personal" -> of("个人负担", "what is left to the person");
      default -> field;
    };
  }

  /** A field of a class or a notice. */
  String field(String name) {
    return switch (name) {
      case "class" -> of("类别", "the class");
      case "number" -> of("类别序号", "its number");
      case "severeDisability" -> of("重度残疾", "severe disability");
      case "identity" -> of("身份", "the identity");
      case "severity" -> of("级别", "its severity");
      case "reviewable" -> of("可复核", "whether it may be reviewed");
      default -> name;
    };
  }

  /** An amount of yuan. */
  String yuan(JsonNode value) {
    return value.isNumber() ? of(amount(value) + " 元", amount(value) + " yuan") : brief(value);
  }

  /** The edge of a band; null where the band is open. */
  String edge(JsonNode value) {
    return value.isNull() ? of("无上限", "open") : yuan(value);
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
    return value.isBoolean() ? value.booleanValue() ? of("是", "yes") : of("否", "no") : brief(value);
  }

  /** A band with its edges and rate. */
  String band(JsonNode band) {
    return of(yuan(band.path("from")) + " 至 " + edge(band.path("to")) + "，" + rate(band.path("rate")),
        yuan(band.path("from")) + " to " + edge(band.path("to")) + " at " + rate(band.path("rate")));
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
        : of("第 " + brief(value.path("number")) + " 类", "class " + brief(value.path("number")));
  }

  /** A name of the interface by what people call it; any other value in brief. */
  String named(JsonNode value) {
    String name = value.isTextual() ? value.textValue() : "";
    return switch (name) {
      case "DECIDED" -> of("已核定", "decided");
      case "REVIEW" -> of("需人工复核", "to be confirmed by a person");
      case "DENIED" -> of("不予救助", "no assistance");
      case "CRITICAL_ILLNESS_INSURANCE" -> of(Payer.CRITICAL_ILLNESS_INSURANCE.label(), "critical-illness insurance");
      case "MEDICAL_ASSISTANCE_FUND" -> of(Payer.MEDICAL_ASSISTANCE_FUND.label(), "the medical-assistance fund");
      case "INSTITUTION" -> of(Payer.INSTITUTION.label(), "the institution");
      default -> Arrays.stream(IdentityType.values()).filter(type -> type.name().equals(name)).findFirst()
          .map(type -> of(type.label(), EnglishWords.of(type.label()))).orElse(brief(value));
    };
  }

  /** A figure of the year to date, such as {@code assistance.paid.INPATIENT}. */
  String accumulated(String figure) {
    return Arrays.stream(figure.split("\\.")).map(this::part).collect(Collectors.joining(of("，", ", ")));
  }

  private String part(String name) {
    return switch (name) {
      case "year" -> of("年度", "the year");
      case "burdenAfterInsurance" -> of("保险支付后个人负担", "burden after insurance");
      case "criticalIllness" -> of("大病保险", "critical-illness insurance");
      case "assistance" -> of("医疗救助", "medical assistance");
      case "topUp" -> of("倾斜救助", "top-up assistance");
      case "eligible" -> of("计入费用", "eligible cost");
      case "paid" -> of("已付", "paid");
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
    return of(id + "（" + table + "「" + brief(provision.path("sheet")) + "」第 " + brief(provision.path("row")) + " 行）",
        id + " (" + table + ", sheet " + brief(provision.path("sheet")) + ", row " + brief(provision.path("row"))
            + ")");
  }

  /** A hash by its first digits. */
  String hash(String hash) {
    return hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) + "…" : hash;
  }

  /** Any value. */
  String brief(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return of("无", "nothing");
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
