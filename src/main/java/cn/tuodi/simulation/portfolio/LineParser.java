package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.Claim;

/** Makes a claim of a line of a file. */
interface LineParser {

  /**
   * The claim of a line, or null where the line says nothing at all.
   *
   * @throws PortfolioFault if it is none
   */
  Claim parse(byte[] line);

  /** How a line calls the place of a field, for example the heading of its column. */
  String place(String pointer);
}
