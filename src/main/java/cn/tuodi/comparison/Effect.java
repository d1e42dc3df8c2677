package cn.tuodi.comparison;

/** What a change does. */
public enum Effect {
  /** Decisions may differ: a condition or a figure. */
  DECISIONS("影响决定", "affects decisions"),
  /** Decisions cite or name something else, amounts stay. */
  CITATION("只影响引用和名称", "affects citations and names only"),
  /** A note for people: decisions stay as they are. */
  NONE("不影响决定", "no effect on decisions");

  private final String label;
  private final String labelEn;

  Effect(String label, String labelEn) {
    this.label = label;
    this.labelEn = labelEn;
  }

  /** What it does, in Chinese. */
  public String label() {
    return label;
  }

  /** What it does, in English. */
  public String labelEn() {
    return labelEn;
  }
}
