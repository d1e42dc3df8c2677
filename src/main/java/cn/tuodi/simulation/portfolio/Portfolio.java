package cn.tuodi.simulation.portfolio;

import java.io.IOException;
import java.util.List;

/** Claims to simulate with, in the order of persons and then of service dates, given out in parts. */
public interface Portfolio extends AutoCloseable {

  /** A part: all consecutive claims of some persons, read when a worker asks for them. */
  @FunctionalInterface
  interface Part {

    /**
     * The claims of each person.
     *
     * @param listener told of each line
     */
    List<List<NumberedClaim>> people(PortfolioListener listener);
  }

  /** The next part; null at the end. */
  Part next() throws IOException;

  /** How much was given out, and of how much, in claims or bytes. */
  Extent extent();

  /**
   * How far a portfolio was given out.
   *
   * @param done claims or bytes
   * @param all the same of the whole portfolio
   */
  record Extent(long done, long all) {}

  @Override
  void close() throws IOException;
}
