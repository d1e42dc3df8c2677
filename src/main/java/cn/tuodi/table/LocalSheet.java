package cn.tuodi.table;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Scheme;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.PersonClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the standards of a pooling area out of the checked cells of one of its sheets. */
public final class LocalSheet {

  private final Sheet sheet;
  private final Row row;

  private LocalSheet(Sheet sheet, Row row) {
    this.sheet = sheet;
    this.row = row;
  }

  /**
   * The standards of a sheet, row by row.
   *
   * @param matter what the sheet sets
   * @param sheet its cells
   */
  public static List<LocalStandard> read(LocalMatter matter, Sheet sheet) {
    return sheet.rows().stream().map(row -> new LocalSheet(sheet, row).standard(matter)).toList();
  }

  private LocalStandard standard(LocalMatter matter) {
    LocalDate from = value(LocalDate.class, Column.FROM);
    LocalDate to = value(LocalDate.class, Column.TO);
    PersonClass personClass = value(PersonClass.class, "对象类别");
    IdentityType identity = value(IdentityType.class, "身份");
    Amount deductible = value(Amount.class, LocalLayouts.DEDUCTIBLE);
    Rate rate = value(Rate.class, LocalLayouts.RATE);
    Amount cap = value(Amount.class, LocalLayouts.CAP);
    Source source =
        Source.row((String) row.values().get(0), sheet.workbook(), sheet.name(), row.number())
            .by(value(String.class, LocalLayouts.DOCUMENT));
    return switch (matter) {
      case TOP_UP -> new LocalStandard.TopUp(personClass, from, to, deductible, rate, cap, source);
      case OVER_CAP -> new LocalStandard.OverCap(personClass, from, to, rate, cap, source);
      case ON_APPLICATION -> new LocalStandard.OnApplication(from, to, deductible, rate, cap, source);
      case ASSISTANCE -> new LocalStandard.Assistance(personClass, identity, value(CareType.class, "医疗类别"), from, to,
          deductible, rate, value(Accumulator.class, "累计口径"), cap, source);
      case CRITICAL_ILLNESS_PLAN -> new LocalStandard.Plan(value(Scheme.class, "险种"), value(Boolean.class, "农村"),
          value(Integer.class, "连续参保满（年）"), value(Integer.class, "连续参保未满（年）"), from, to, plan(), source);
      case WARNING -> new LocalStandard.Warning(personClass, from, to, value(Amount.class, "年度负担超过"), source);
      case FIXED_PREMIUM -> new LocalStandard.FixedPremium(identity, value(Integer.class, "参保年度"),
          value(Amount.class, "资助金额"), source);
      case MIN_CONTRIBUTION -> new LocalStandard.LeastContribution(value(Integer.class, "参保年度"),
          value(Amount.class, "最低缴费标准"), source);
      case BASE_FIGURES -> BaseFigureSheet.read(sheet, row);
    };
  }

  private LocalStandard.PlanTerms plan() {
    List<LocalStandard.PlanTier> tiers = new ArrayList<>();
    tiers.add(new LocalStandard.PlanTier(Money.ZERO, value(Rate.class, "第1段比例")));
    for (int tier = 2; tier <= LocalLayouts.MAX_TIERS; tier++) {
      Amount above = value(Amount.class, "第" + tier + "段起点");
      if (above != null) {
        tiers.add(new LocalStandard.PlanTier(above, value(Rate.class, "第" + tier + "段比例")));
      }
    }
    return new LocalStandard.PlanTerms(value(Amount.class, "起付线"), value(Money.class, "人均可支配收入"), tiers,
        value(Amount.class, "封顶线"), Boolean.TRUE.equals(value(Boolean.class, "各段起点自零起算")));
  }

  private <T> T value(Class<T> type, String heading) {
    return type.cast(sheet.value(row, heading));
  }
}
