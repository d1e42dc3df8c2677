package cn.tuodi.policy;

/** The day before which an application looks back. */
public enum ReferenceDay {
  /** Day of recognition as illness-impoverished. */
  RECOGNITION("认定之日"),
  /** Day of application. */
  APPLICATION("申请之日"),
  /** None: the bills of the calendar year before that of the application. */
  PREVIOUS_YEAR("上一自然年度"),
  /** None: the bills of the calendar year of the application, until its day. */
  YEAR_OF_APPLICATION("申请当年");

  private final String label;

  ReferenceDay(String label) {
    this.label = label;
  }

  /** Whether the bills of a calendar year count. */
  public boolean isCalendarYear() {
    return this == PREVIOUS_YEAR || this == YEAR_OF_APPLICATION;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
