package cn.tuodi.claim;

/**
 * Disease that matters to some provisions (病种).
 */
public enum Condition {

  DIALYSIS("肾透析"),
  MALIGNANCY("恶性肿瘤"),
  TRANSPLANT_ANTI_REJECTION("器官移植抗排异"),
  THALASSAEMIA("地中海贫血"),
  HAEMOPHILIA("血友病"),
  HYPERTENSION("高血压"),
  DIABETES("糖尿病"),
  OTHER("其他"),
  NONE("无");

  private final String label;

  Condition(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
