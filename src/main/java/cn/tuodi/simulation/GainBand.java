package cn.tuodi.simulation;

import cn.tuodi.money.Money;

/** How much a person gains or loses over the portfolio, in bands; an edge belongs to the lower band. */
public enum GainBand {
  UP_TO_100(100),
  UP_TO_500(500),
  UP_TO_1000(1_000),
  UP_TO_5000(5_000),
  UP_TO_10000(10_000),
  MORE(0);

  private final Money upTo;

  GainBand(long yuan) {
    this.upTo = Money.fen(yuan * 100);
  }

  /** The upper edge in yuan; nothing for the last band, which is open. */
  public Money upTo() {
    return upTo;
  }

  /** The band of an amount above zero. */
  public static GainBand of(Money amount) {
    for (GainBand band : values()) {
      if (band != MORE && !amount.exceeds(band.upTo)) {
        return band;
      }
    }
    return MORE;
  }
}
