package cn.tuodi.simulation.portfolio;

/** Why a line is no claim, or a row of column names none. */
public final class PortfolioFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * A fault.
   *
   * @param place column, or pointer into the line; empty for the whole line
   * @param message what is wrong
   */
  PortfolioFault(String place, String message) {
    super(message, null, false, false);
    this.place = place;
  }

  /** Column, or pointer into the line; empty for the whole line. */
  public String place() {
    return place;
  }
}
