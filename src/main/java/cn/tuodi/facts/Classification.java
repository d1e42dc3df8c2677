package cn.tuodi.facts;

import java.util.List;

/** The class of the person on the service date, or that there is none. */
public final class Classification extends Step {

  private final List<IdentityType> held;

  Classification(Case file, Standing standing, List<IdentityType> held) {
    super(file, standing);
    this.held = held;
    file.ledger().classify(standing, held);
  }

  /** Whether the caller stated what had accumulated in the year. */
  public boolean isYearToDateStated() {
    return claim().yearToDateStated();
  }

  /**
   * The next step: insurance, knowing whether the care is in the scope of critical-illness insurance.
   *
   * @param inScope whether it is
   * @param source the row that says so
   */
  public Insurance insurance(boolean inScope, Source source) {
    return new Insurance(this, inScope, source, held);
  }
}
