package cn.tuodi.premium;

/** Budget that pays a fiscal subsidy. */
public enum FiscalPayer {
  /** Central budget. */
  CENTRAL,
  /** Budget of the autonomous region. */
  REGION,
  /** Budget of city or county. */
  LOCAL
}
