package cn.tuodi.facts;

/** Terms of top-up assistance (倾斜救助). */
public final class TopUp extends Step {

  private final Assisted assisted;
  private final Money eligible;
  private final Schedule schedule;
  private final Money cap;
  private final Source source;

  TopUp(Assisted assisted, Money eligible, Schedule schedule, Money cap, Source source) {
    super(assisted.file(), assisted.standing());
    this.assisted = assisted;
    this.eligible = eligible;
    this.schedule = schedule;
    this.cap = cap;
    this.source = source;
  }

  /** The line: the share of what counts towards it above the threshold of the year, within the cap. */
  public PayoutLine line() {
    return assisted.topUpLine(eligible, schedule, cap, source);
  }
}
