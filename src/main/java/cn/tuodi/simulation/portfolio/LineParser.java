package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.Claim;

/** Makes a claim of a line of a file. */
interface LineParser {

  /**
   * The claim of a line, or null where the line says nothing at all.
   *
   * @throws Fault if it is none
   */
  Claim parse(byte[] line);

  /** How a line calls the place of a field, for example the heading of its column. */
  String place(String pointer);

  /** Why a line is no claim. */
  final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * A fault.
     *
     * @param place column, or pointer into the line; empty for the whole line
     * @param message what is wrong
     */
    Fault(String place, String message) {
      super(message, null, false, false);
      this.place = place;
    }

    String place() {
      return place;
    }
  }
}
