package cn.tuodi.policy;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Rate;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The parameters of an edition, each with the row that states it. */
public final class Parameters {

  /**
   * A value and where it stands.
   *
   * @param value Boolean, {@link Rate}, Integer, {@link Amount}, LocalDate, String, {@link Accumulator} or a set of enum
   *     constants, by the parameter's kind; null where the sheet says that there is none
   * @param source the row
   */
  public record Stated(Object value, Source source) {}

  private final Stated[] stated = new Stated[Parameter.values().length];

  /**
   * Parameters from a sheet.
   *
   * @param stated every required parameter of {@link Parameter}, and others
   * @throws IllegalArgumentException if one is missing
   */
  public Parameters(Map<Parameter, Stated> stated) {
    for (Parameter parameter : Parameter.values()) {
      Stated value = stated.getOrDefault(parameter, parameter.isRequired() ? null : new Stated(null, null));
      if (value == null) {
        throw new IllegalArgumentException("parameter missing: " + parameter);
      }
      this.stated[parameter.ordinal()] = value;
    }
  }

  /** Whether the edition has such a figure, or answers yes. */
  public boolean has(Parameter parameter) {
    Object value = stated[parameter.ordinal()].value();
    return value != null && value != Boolean.FALSE;
  }

  /** Whether the edition asks for something that is asked for wherever it does not say no. */
  public boolean hasUnlessDenied(Parameter parameter) {
    return stated[parameter.ordinal()].value() != Boolean.FALSE;
  }

  /** The value of a parameter, of the type its kind says, or null where there is none. */
  public Object value(Parameter parameter) {
    return stated[parameter.ordinal()].value();
  }

  /** The row that states a parameter. */
  public Source source(Parameter parameter) {
    return stated[parameter.ordinal()].source();
  }

  /** A rate, or null where there is none. */
  public Rate rate(Parameter parameter) {
    return (Rate) stated[parameter.ordinal()].value();
  }

  /** An amount, or null where there is none. */
  public Amount yuan(Parameter parameter) {
    return (Amount) stated[parameter.ordinal()].value();
  }

  /** A number of months or the like, or 0 where there is none. */
  public int count(Parameter parameter) {
    Integer value = (Integer) stated[parameter.ordinal()].value();
    return value == null ? 0 : value;
  }

  /** A date, or null where there is none. */
  public LocalDate date(Parameter parameter) {
    return (LocalDate) stated[parameter.ordinal()].value();
  }

  /** A text, or null where there is none. */
  public String text(Parameter parameter) {
    return (String) stated[parameter.ordinal()].value();
  }

  /** Kinds of care that add up; none where none are stated. */
  public Accumulator accumulator(Parameter parameter) {
    return stated[parameter.ordinal()].value() instanceof Accumulator adding ? adding : Accumulator.NONE;
  }

  /** Whether a set of identities or diseases contains one. */
  public boolean lists(Parameter parameter, Enum<?> member) {
    return stated[parameter.ordinal()].value() instanceof Set<?> set && set.contains(member);
  }
}
