package cn.tuodi.spark;

import cn.tuodi.language.Language;
import java.util.List;

/**
 * What a job is about. Results of one plan never go beside those of another.
 *
 * @param job decide or compare
 * @param claims the input, in the order in which it is read
 * @param format how the input is written
 * @param policies the policies
 * @param asIfInForce whether every claim is decided as if the policies were in force at its place and on its day
 * @param slices into how many slices persons are dealt
 * @param language language of what is told
 */
record JobPlan(String job, List<Input> claims, PortfolioFormat format, List<Policy> policies, boolean asIfInForce,
    int slices, Language language) {

  /**
   * A file of claims.
   *
   * @param path its path
   * @param bytes its length
   * @param sha256 hash over its content
   */
  record Input(String path, long bytes, String sha256) {}

  /**
   * A policy.
   *
   * @param name what people call it
   * @param contentHash hash over its content
   */
  record Policy(String name, String contentHash) {}
}
