package cn.tuodi.household;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import java.util.function.Supplier;

/** Answers whether illness has impoverished a household, by the editions of a catalogue. Keeps no state. */
public final class RecognitionDecider {

  private final Supplier<Catalogue> current;

  /** A decider over a snapshot of editions. */
  public RecognitionDecider(Catalogue catalogue) {
    this(() -> catalogue);
  }

  /**
   * A decider over the editions in force whenever it is asked.
   *
   * @param current gives the snapshot in force; asked once a question
   */
  public RecognitionDecider(Supplier<Catalogue> current) {
    this.current = current;
  }

  /** The answer, or why there is none. */
  public Outcome decide(Household household) {
    Catalogue catalogue = current.get();
    Edition edition = catalogue.find(household.region(), household.surveyedOn());
    if (edition == null) {
      return catalogue.refusal(household.region(), household.surveyedOn());
    }
    Refusal missing = edition.figureMissing(household.region(), household.surveyedOn());
    if (missing != null) {
      return missing;
    }
    RecognitionLedger ledger = new RecognitionLedger();
    edition.rules().run(new HouseholdStep(household, edition.description(), ledger));
    return new RecognitionAnswer(household, edition.description(), ledger);
  }
}
