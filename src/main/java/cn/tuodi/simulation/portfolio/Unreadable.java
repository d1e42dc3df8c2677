package cn.tuodi.simulation.portfolio;

import cn.tuodi.language.Language;

/**
 * A line that is no claim.
 *
 * @param line number of the line, from 1
 * @param place column of a CSV file, or JSON pointer into the line; empty where it is the whole line
 * @param message what is wrong
 */
public record Unreadable(long line, String place, String message) {

  /**
   * A line on which this program failed.
   *
   * @param line number of the line
   * @param error id under which the failure stands in the log
   * @param language language of the message
   */
  public static Unreadable failed(long line, String error, Language language) {
    return new Unreadable(line, "",
        language.text("simulation.internal-error-ask-the-operators-about", error));
  }
}
