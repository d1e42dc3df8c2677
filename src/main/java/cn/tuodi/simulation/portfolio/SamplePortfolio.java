package cn.tuodi.simulation.portfolio;

import java.util.ArrayList;
import java.util.List;

/** A generated sample as a portfolio. Persons have one, two, three and four claims in turn. */
public final class SamplePortfolio implements Portfolio {

  private static final int CLAIMS_OF_FOUR = 10;
  private static final int FOURS = 100;

  private final SampleSettings settings;
  private final SampleClaims sample;
  private long given;

  public SamplePortfolio(SampleSettings settings) {
    this.settings = settings;
    this.sample = new SampleClaims(settings);
  }

  @Override
  public Part next() {
    if (given >= settings.claims()) {
      return null;
    }
    long firstClaim = given;
    given = Math.min(settings.claims(), given + (long) CLAIMS_OF_FOUR * FOURS);
    long end = given;
    return listener -> people(firstClaim, end);
  }

  private List<List<NumberedClaim>> people(long firstClaim, long end) {
    List<List<NumberedClaim>> people = new ArrayList<>();
    long person = firstClaim / CLAIMS_OF_FOUR * 4;
    for (long claim = firstClaim; claim < end; person++) {
      int count = (int) Math.min(person % 4 + 1, end - claim);
      people.add(sample.of(person, claim, count));
      claim += count;
    }
    return people;
  }

  @Override
  public Extent extent() {
    return new Extent(given, settings.claims());
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
