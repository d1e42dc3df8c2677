package cn.tuodi.premium;

/** Kind of county, for fiscal shares. */
public enum CountyType {
  /** Lifted out of poverty (脱贫县). */
  LIFTED_OUT_OF_POVERTY,
  /** City or other county. */
  OTHER
}
