package cn.tuodi.spark;

import java.io.Closeable;
import java.io.IOException;

/** Takes the sorted lines of a slice. */
interface SliceRun extends Closeable {

  /**
   * Takes the next line.
   *
   * @param key whose it is, and where it stands
   * @param line the line
   */
  void take(byte[] key, ClaimLine line) throws IOException;
}
