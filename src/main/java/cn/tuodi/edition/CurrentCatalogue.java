package cn.tuodi.edition;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The catalogue in force now. Whoever answers a question takes it once and answers from that snapshot, so that no answer
 * mixes two; replacing it is one write and delays nobody.
 */
public final class CurrentCatalogue implements Supplier<Catalogue> {

  private volatile Catalogue catalogue;

  /** Begins with a catalogue. */
  public CurrentCatalogue(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
  }

  /** The snapshot in force at this moment. */
  @Override
  public Catalogue get() {
    return catalogue;
  }

  /** Puts another snapshot in force, for every question that is asked from now on. */
  public void replace(Catalogue next) {
    catalogue = Objects.requireNonNull(next);
  }
}
