package cn.tuodi.assistance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a decision amounts to. */
@Schema(name = "DecisionStatus")
public enum Status {
  /** Settled by the rules. */
  DECIDED,
  /** A person must confirm. */
  REVIEW,
  /** No assistance; insurance lines may stand. */
  DENIED
}
