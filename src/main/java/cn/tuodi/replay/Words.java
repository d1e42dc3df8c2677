package cn.tuodi.replay;

import cn.tuodi.facts.Benefit;
import cn.tuodi.facts.LimitName;
import cn.tuodi.wire.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Names and values as sentences show them. What a caller sent may be of any type and length: it is shown in brief. */
final class Words {

  private static final int LONGEST = 60;
  private static final int HASH_SHOWN = 19;

  private final Language language;

  Words(Language language) {
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
    if (value.isObject()) {
      return brief(value.path("label").isTextual() ? value.path("label") : value.path("number"));
    }
    return value.isBoolean() ? flag(value) : brief(value);
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
