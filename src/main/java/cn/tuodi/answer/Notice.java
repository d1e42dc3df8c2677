package cn.tuodi.answer;

import java.util.List;

/**
 * Something the answer says besides amounts.
 *
 * @param code what it says
 * @param severity how much it weighs
 * @param reviewable whether a denial may be reviewed on request
 * @param sources provisions and rows it rests on
 * @param arguments amounts, rates, dates, channels or names its message mentions
 * @param derived how the amounts came out that its rows state as multiples of a figure of the place
 */
public record Notice(NoticeCode code, Severity severity, boolean reviewable, List<Source> sources,
    List<Object> arguments, List<Derived> derived) {

  /** A notice of rows that state no multiples. */
  public Notice(NoticeCode code, Severity severity, boolean reviewable, List<Source> sources,
      List<Object> arguments) {
    this(code, severity, reviewable, sources, arguments, List.of());
  }

  /** For information. */
  public static Notice info(NoticeCode code, Source source) {
    return new Notice(code, Severity.INFO, false, List.of(source), List.of());
  }

  /** For information, without a provision of its own. */
  public static Notice info(NoticeCode code) {
    return new Notice(code, Severity.INFO, false, List.of(), List.of());
  }

  /** A person must confirm. */
  public static Notice review(NoticeCode code, Source source) {
    return new Notice(code, Severity.REVIEW, false, List.of(source), List.of());
  }

  /** A person must confirm, without a provision that says so. */
  public static Notice review(NoticeCode code) {
    return new Notice(code, Severity.REVIEW, false, List.of(), List.of());
  }

  /** A ground on which assistance is denied. */
  public static Notice denial(NoticeCode code, boolean reviewable, Source source) {
    return new Notice(code, Severity.DENIAL, reviewable, List.of(source), List.of());
  }

  /** The same, mentioning something. */
  public Notice about(Object... mentioned) {
    return new Notice(code, severity, reviewable, sources, List.of(mentioned), derived);
  }

  /**
   * The same, knowing how amounts came out.
   *
   * @param how how
   * @param all the rows that it rests on then
   */
  Notice deriving(List<Derived> how, List<Source> all) {
    return new Notice(code, severity, reviewable, all, arguments, how);
  }
}
