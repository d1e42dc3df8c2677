package cn.tuodi.claim;

/**
 * What a person may have been recognised as (救助对象身份). One list for all editions; an edition says which of them put a
 * person in a class.
 */
public enum IdentityType {

  /** Supported as extremely poor. */
  EXTREMELY_POOR("特困人员", false),

  /** Orphan. */
  ORPHAN("孤儿", false),

  /** Child whom nobody in fact supports. */
  DE_FACTO_ORPHAN("事实无人抚养儿童", false),

  /** Member of a household on the minimum-living guarantee. */
  MINIMUM_LIVING("低保对象", false),

  /** Member of a low-income-edge household (低收入对象 in Guangxi in 2021). */
  LOW_INCOME_EDGE("低保边缘家庭成员", false),

  /** Out of poverty, but not stably. */
  UNSTABLE_OUT_OF_POVERTY("脱贫不稳定人口", true),

  /** On the edge of poverty. */
  EDGE_OF_POVERTY("边缘易致贫人口", true),

  /** In sudden severe hardship. */
  SUDDEN_HARDSHIP("突发严重困难人口", true),

  /** Returned to or fallen into poverty. */
  RETURNED_TO_POVERTY("返贫致贫人口", true),

  /** Stably out of poverty. */
  STABLY_OUT_OF_POVERTY("稳定脱贫人口", true),

  /** Seriously ill and impoverished by the cost. */
  ILLNESS_IMPOVERISHED("因病致贫重病患者", false),

  /** Worker in deep hardship on the union platform. */
  WORKER_DEEP_HARDSHIP("深度困难职工", false),

  /** Worker in relative hardship on the union platform. */
  WORKER_RELATIVE_HARDSHIP("相对困难职工", false),

  /** Worker in accidental hardship on the union platform. */
  WORKER_ACCIDENTAL_HARDSHIP("意外致困职工", false),

  /** Worker who left in the downsizing of the early 1960s. */
  RETIRED_DOWNSIZED_1960S("精减退职老职工", false),

  /** Person with a mental disorder who caused an incident. */
  MENTAL_DISORDER_INCIDENT("肇事肇祸精神障碍患者", false),

  /** Designated by a county government or above. */
  COUNTY_DESIGNATED("其他特殊困难人员", false);

  private final String label;
  private final boolean rural;

  IdentityType(String label, boolean rural) {
    this.label = label;
    this.rural = rural;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }

  /** Whether only rural people can hold this identity. */
  public boolean isRural() {
    return rural;
  }
}
