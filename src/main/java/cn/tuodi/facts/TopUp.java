package cn.tuodi.facts;

/** Terms of top-up assistance (倾斜救助). */
public final class TopUp extends Step {

  private final Assisted assisted;
  private final Schedule schedule;
  private final Money cap;
  private final Source source;

  TopUp(Assisted assisted, Schedule schedule, Money cap, Source source) {
    super(assisted.file(), assisted.standing());
    this.assisted = assisted;
    this.schedule = schedule;
    this.cap = cap;
    this.source = source;
  }

  /** The line: the share of what assistance left of the year's burden above the threshold, within the cap. */
  public PayoutLine line() {
    return assisted.topUpLine(schedule, cap, source);
  }
}
