package cn.tuodi.replay;

/** What a comparison comes to. */
enum Verdict {

  /** The same answer. */
  IDENTICAL,

  /** The same facts under the same content gave another answer: the earlier one is not what was given. */
  ALTERED,

  /** The earlier decision names another content, yet its id is that of the claim under the present one. */
  HASH_ALTERED,

  /** The same content, but other facts. */
  CLAIM_CHANGED,

  /** Another content; whether the facts are the same, nobody can know. */
  POLICY_CHANGED
}
