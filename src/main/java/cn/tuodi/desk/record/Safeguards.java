package cn.tuodi.desk.record;

import java.nio.file.Path;

/**
 * What is known of a store's history from outside the store, so that it is noticed where the store is emptied or put back
 * to an earlier state.
 *
 * @param witness a folder on another disk in which the end of the history is noted, or null
 * @param expected a publication that must be there, or null
 */
public record Safeguards(Path witness, Head expected) {

  /** Nothing is known. */
  public static final Safeguards NONE = new Safeguards(null, null);
}
