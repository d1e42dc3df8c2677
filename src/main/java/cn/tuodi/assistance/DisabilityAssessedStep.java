package cn.tuodi.assistance;

/** A step at which it is asked whether a person counts as severely disabled. */
public interface DisabilityAssessedStep {

  /** Service or payment date as days since 1970-01-01. */
  int getDay();

  /** Whether it is known if the person counts as severely disabled. */
  boolean isExamined();

  /** Grade of the disability, or 0 where there is none. */
  int getGrade();

  /** The kind of disability that decides, by its name, or null. */
  String getDisabilityKind();

  /** The same step, knowing whether the person counts as severely disabled. */
  Object examined(boolean severelyDisabled);
}
