package cn.tuodi.claim;

/**
 * Kind of disability on the certificate (残疾类别).
 */
public enum DisabilityKind {

  VISUAL("视力"),
  HEARING("听力"),
  SPEECH("言语"),
  PHYSICAL("肢体"),
  INTELLECTUAL("智力"),
  MENTAL("精神"),
  MULTIPLE("多重");

  private final String label;

  DisabilityKind(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
