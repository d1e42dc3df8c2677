package cn.tuodi.documents;

import java.nio.file.Path;

/**
 * A block of commands of a page.
 *
 * @param page the page
 * @param line where it begins
 * @param note why it is not run here, or which test runs it; null where it is run
 * @param commands what it says
 */
record ShellBlock(Path page, int line, String note, String commands) {

  /** Whether it can be run on a machine that has nothing but what the tests need. */
  boolean isToBeRun() {
    return note == null;
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}
