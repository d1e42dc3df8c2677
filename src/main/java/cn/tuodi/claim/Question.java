package cn.tuodi.claim;

/** The facts of a question other than a claim: who asks where, and what. */
public interface Question {

  /** GB/T 2260 code of the area. */
  String region();

  /** The same question in another area. */
  Question in(String area);
}
