package cn.tuodi.premium;

/** Facts of a question about a premium that may be left out and may decide all the same. */
enum Unstated {
  /** When the person was born. */
  BIRTH,
  /** When the collection period ends. */
  COLLECTION_PERIOD_END,
  /** When insurance as an employee ended. */
  EMPLOYMENT_END
}
