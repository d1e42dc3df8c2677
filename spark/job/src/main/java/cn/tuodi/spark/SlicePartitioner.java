package cn.tuodi.spark;

import java.util.Arrays;
import org.apache.spark.Partitioner;

/** Leads lines to those slices that are still to be done, one partition each. */
final class SlicePartitioner extends Partitioner {

  private static final long serialVersionUID = 1L;

  private final int slices;
  private final int[] missing;

  /**
   * Leads lines to slices.
   *
   * @param slices how many there are
   * @param missing those to be done, rising
   */
  SlicePartitioner(int slices, int[] missing) {
    this.slices = slices;
    this.missing = missing.clone();
  }

  @Override
  public int numPartitions() {
    return missing.length;
  }

  @Override
  public int getPartition(Object key) {
    return Arrays.binarySearch(missing, ClaimKey.slice((byte[]) key, slices));
  }

  /** Whether the slice of a line is still to be done. */
  boolean isMissing(byte[] key) {
    return getPartition(key) >= 0;
  }

  /** The slice of a partition. */
  int slice(int partition) {
    return missing[partition];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SlicePartitioner same && slices == same.slices && Arrays.equals(missing, same.missing);
  }

  @Override
  public int hashCode() {
    return 31 * slices + Arrays.hashCode(missing);
  }
}
