package cn.tuodi.policy;

/**
 * The class of recipient that an edition's terms speak of (救助对象类别). Most documents number four classes; one names
 * groups instead, which are not shown as classes.
 */
public enum PersonClass {
  CLASS_1("一类", 1),
  CLASS_2("二类", 2),
  CLASS_3("三类", 3),
  CLASS_4("四类", 4),
  /** A group named by a document that knows no numbered classes. */
  GROUP_A("甲组", 0),
  /** A second such group. */
  GROUP_B("乙组", 0),
  /** A recognised person whose class nobody has assigned yet. */
  UNASSIGNED("待认定", 0),
  /** In no class. */
  NONE("无类别", 0);

  private final String label;
  private final int number;

  PersonClass(String label, int number) {
    this.label = label;
    this.number = number;
  }

  /** The Chinese name, as workbooks show it. */
  public String label() {
    return label;
  }

  /** The number of the class, or 0 where there is none to show. */
  public int number() {
    return number;
  }
}
