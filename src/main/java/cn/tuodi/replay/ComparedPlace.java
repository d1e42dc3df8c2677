package cn.tuodi.replay;

import cn.tuodi.answer.Benefit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The same place in both decisions.
 *
 * @param pointer JSON pointer to it
 * @param benefit the benefit it belongs to, or null
 * @param subject what it is called there: the number of a band, the name of a limit, the code of a notice; or null
 * @param earlier what the earlier decision has there, or a missing node
 * @param now what the decision now has there, or a missing node
 * @param provisions what it rests on
 */
record ComparedPlace(String pointer, Benefit benefit, String subject, JsonNode earlier, JsonNode now,
    Citing provisions) {

  /**
   * Provisions and rows.
   *
   * @param earlier as the earlier decision cites them
   * @param now as the decision now cites them
   */
  record Citing(JsonNode earlier, JsonNode now) {
    static final Citing NOTHING = new Citing(MissingNode.getInstance(), MissingNode.getInstance());

    /** What two objects rest on. */
    static Citing of(JsonNode earlier, JsonNode now) {
      return new Citing(earlier.path("provisions"), now.path("provisions"));
    }
  }

  /** The field of this name. */
  ComparedPlace field(String name) {
    return new ComparedPlace(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), benefit, subject,
        earlier.path(name),
        now.path(name), provisions);
  }

  /** An item of this list; an index below zero where one of the decisions has no such item. */
  ComparedPlace item(int earlierIndex, int nowIndex, String name) {
    return new ComparedPlace(pointer + "/" + (nowIndex < 0 ? earlierIndex : nowIndex), benefit, name,
        earlier.path(earlierIndex), now.path(nowIndex), provisions);
  }

  /** The same, belonging to a benefit. */
  ComparedPlace of(Benefit owner) {
    return new ComparedPlace(pointer, owner, subject, earlier, now, provisions);
  }

  /** The same, called something. */
  ComparedPlace called(String name) {
    return new ComparedPlace(pointer, benefit, name, earlier, now, provisions);
  }

  /** The same, resting on something. */
  ComparedPlace restingOn(Citing cited) {
    return new ComparedPlace(pointer, benefit, subject, earlier, now, cited);
  }
}
