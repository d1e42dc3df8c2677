package cn.tuodi.comparison;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;

/** What a change does. */
public enum Effect {
  /** Decisions may differ: a condition or a figure. */
  DECISIONS(Message.of("comparison.affects-decisions")),
  /** Decisions cite or name something else, amounts stay. */
  CITATION(Message.of("comparison.affects-citations-and-names-only")),
  /** A note for people: decisions stay as they are. */
  NONE(Message.of("comparison.no-effect-on-decisions-2"));

  private final Message label;

  Effect(Message label) {
    this.label = label;
  }

  /** What it does, in Chinese. */
  public String label() {
    return label.in(Language.ZH);
  }

  /** What it does, in English. */
  public String labelEn() {
    return label.in(Language.EN);
  }
}
