package cn.tuodi.household;

import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.ObjectType.Builder;
import cn.tuodi.json.ObjectType.Field;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.time.LocalDate;
import java.util.Map;

/** Reads the facts of a household. */
public final class HouseholdReader {

  private record Means(int members, Money income, Money selfPayment, Money standard, boolean assets, boolean minimum,
      boolean edge, boolean rural) {}

  private static final Builder HOUSEHOLD = new Builder("Household");
  private static final Field<Integer> MEMBERS =
      HOUSEHOLD.required("members", WireType.integer(1, 99), "家庭人口 / people in the household");
  private static final Field<Money> INCOME = HOUSEHOLD.required("disposableIncome12Months", WireType.AMOUNT,
      "12 个月家庭可支配收入 / disposable income over twelve months");
  private static final Field<Money> SELF_PAYMENT = HOUSEHOLD.required("compliantSelfPayment12Months", WireType.AMOUNT,
      "12 个月合规自付医疗费用 / compliant medical self-payment over the same months");
  private static final Field<Money> STANDARD = HOUSEHOLD.required("minimumLivingStandard", WireType.AMOUNT,
      "当地最低生活保障年标准 / yearly minimum-living standard of the place");
  private static final Field<Boolean> ASSETS = HOUSEHOLD.required("assetsWithinRules", WireType.BOOLEAN,
      "财产符合低保规定 / assets within the rules of the minimum-living guarantee");
  private static final Field<Boolean> MINIMUM =
      HOUSEHOLD.required("minimumLiving", WireType.BOOLEAN, "低保家庭 / on the minimum-living guarantee");
  private static final Field<Boolean> EDGE =
      HOUSEHOLD.required("lowIncomeEdge", WireType.BOOLEAN, "低保边缘家庭 / low-income-edge household");
  private static final Field<Boolean> RURAL = HOUSEHOLD.optional("rural", WireType.BOOLEAN, false,
      "农村家庭 / a rural household, where figures of the place differ");
  private static final WireType<Means> HOUSEHOLD_TYPE =
      HOUSEHOLD.build(v -> new Means(v.get(MEMBERS), v.get(INCOME), v.get(SELF_PAYMENT), v.get(STANDARD),
          v.get(ASSETS), v.get(MINIMUM), v.get(EDGE), v.get(RURAL)));

  private static final Builder FIELDS = new Builder("HouseholdFacts");
  private static final Field<String> REGION =
      FIELDS.required("region", WireType.AREA_CODE, "统筹地区代码 / code of the pooling area, GB/T 2260");
  private static final Field<LocalDate> SURVEYED =
      FIELDS.required("surveyedOn", WireType.DATE, "家庭经济状况核查日期 / day of the means survey");
  private static final Field<Means> MEANS = FIELDS.required("household", HOUSEHOLD_TYPE, "家庭 / the household");
  private static final Field<Boolean> ILL =
      FIELDS.required("seriouslyIll", WireType.BOOLEAN, "有重病患者 / a member is seriously ill");
  private static final WireType<Household> TYPE = FIELDS.build(v -> {
    Means means = v.get(MEANS);
    return new Household(v.get(REGION), v.get(SURVEYED), means.members(), means.income(), means.selfPayment(),
        means.standard(), means.assets(), means.minimum(), means.edge(), v.get(ILL), means.rural());
  });

  private HouseholdReader() {}

  /**
   * Reads the facts of a household.
   *
   * @param bytes JSON in UTF-8
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static Household read(byte[] bytes, Language language) {
    return JsonIn.read(bytes, 0, bytes.length, TYPE, language);
  }

  /** JSON schema of a household. */
  public static Map<String, Object> schema() {
    return TYPE.schema();
  }
}
