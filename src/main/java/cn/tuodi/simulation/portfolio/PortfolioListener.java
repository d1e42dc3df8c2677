package cn.tuodi.simulation.portfolio;

/** Told of the lines of a portfolio as they are read. */
public interface PortfolioListener {

  /** A line that is no claim. */
  void take(Unreadable line);

  /** A line that is a claim. */
  void take(ClaimMark claim);
}
