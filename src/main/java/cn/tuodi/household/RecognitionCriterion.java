package cn.tuodi.household;

/** What a household must meet to be recognised as impoverished by illness. */
public enum RecognitionCriterion {
  /** A member is seriously ill. */
  SERIOUSLY_ILL,
  /** On neither the minimum-living guarantee nor its edge. */
  IN_NO_OTHER_CLASS,
  /** Assets within the rules of the minimum-living guarantee. */
  ASSETS,
  /** Income per head below the threshold. */
  INCOME,
  /** The cost of illness above its threshold. */
  COST
}
