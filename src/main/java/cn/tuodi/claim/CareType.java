package cn.tuodi.claim;

/**
 * Kind of care (医疗类别); it alone decides which terms are looked for.
 */
public enum CareType {

  /** Inpatient stay. */
  INPATIENT("住院"),

  /** Outpatient care of a listed chronic disease. */
  CHRONIC_OUTPATIENT("门诊慢特病"),

  /** Outpatient care of a major disease. */
  MAJOR_OUTPATIENT("重特大疾病门诊"),

  /** Special drugs for outpatients. */
  SPECIAL_DRUG_OUTPATIENT("门诊特殊药品"),

  /** Ordinary outpatient visit. */
  ORDINARY_OUTPATIENT("普通门诊"),

  /** Maternity inpatient stay; counts as inpatient. */
  MATERNITY_INPATIENT("生育住院"),

  /** Maternity outpatient visit. */
  MATERNITY_OUTPATIENT("生育门诊");

  private final String label;

  CareType(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }

  /** Whether every policy adds it up over the year; the others only where a policy says so. */
  public boolean isAlwaysAddedUp() {
    return countedAs() == INPATIENT || this == CHRONIC_OUTPATIENT || this == MAJOR_OUTPATIENT;
  }

  /** The kind under which the care is paid and accumulated: maternity inpatient care is inpatient care. */
  public CareType countedAs() {
    return this == MATERNITY_INPATIENT ? INPATIENT : this;
  }
}
