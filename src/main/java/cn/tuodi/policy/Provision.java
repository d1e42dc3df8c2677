package cn.tuodi.policy;

/**
 * One entry of the provision register.
 *
 * @param id id, for example {@code GX22-IP-2}
 * @param instrument document number
 * @param article article within the document
 * @param status whether it is computed
 * @param question which request it concerns
 * @param zh what it provides, in Chinese
 * @param en what it provides, in English
 */
public record Provision(String id, String instrument, String article, Status status, Question question, String zh,
    String en) {

  /** Whether a provision is computed. */
  public enum Status {
    COMPUTED("计算", "C"),
    ANSWERED("提示", "A"),
    ORGANISATIONAL("组织", "–");

    private final String label;
    private final String code;

    Status(String label, String code) {
      this.label = label;
      this.code = code;
    }

    /** The Chinese name. */
    public String label() {
      return label;
    }

    /** The letter in answers: C computed, A answered by a notice, – organisational. */
    public String code() {
      return code;
    }
  }

  /** Which request a provision concerns. */
  public enum Question {
    CLAIM("待遇"),
    ENROLMENT("参保"),
    APPLICATION("依申请"),
    RECOGNITION("认定"),
    PORTFOLIO("总体指标"),
    ORGANISATION("组织管理");

    private final String label;

    Question(String label) {
      this.label = label;
    }

    /** The Chinese name. */
    public String label() {
      return label;
    }
  }
}
