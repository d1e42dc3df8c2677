package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.console.Addresses;
import cn.tuodi.language.Language;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody fills in to have a year decided again.
 *
 * @param person whose year
 * @param year which
 * @param province in which province
 * @param identity an identity that is recognised late, or empty
 * @param recognisedOn since when it is recognised, or empty
 * @param reason why, or empty
 * @param faults what is wrong with it
 */
record ResettlementForm(String person, String year, String province, String identity, String recognisedOn,
    String reason, Faults faults) {

  private static final String PROVINCE = "[1-9]\\d";
  private static final int FIRST_YEAR = 1900;
  private static final Faults NONE = new Faults("", "", "");

  /**
   * What is wrong with what was filled in; each empty where nothing is.
   *
   * @param identity what is wrong with the identity
   * @param day what is wrong with its day
   * @param reason what is wrong with the reason
   */
  record Faults(String identity, String day, String reason) {}

  static ResettlementForm of(String person, String year, String province, String identity, String recognisedOn,
      String reason) {
    YearSearch search = YearSearch.of(person, year);
    return new ResettlementForm(search.person(), search.year(), digits(province), text(identity),
        digits(recognisedOn), text(reason), NONE);
  }

  /** Digits however they were typed. */
  private static String digits(String sent) {
    return Normalizer.normalize(text(sent), Normalizer.Form.NFKC);
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }

  /** The page of the year. */
  public String back() {
    return Addresses.year(person, year);
  }

  /** Whether it says which account. */
  boolean isOfAnAccount() {
    return YearSearch.of(person, year).isComplete() && province.matches(PROVINCE);
  }

  /** The account. */
  AccountKey key() {
    return new AccountKey(person, Integer.parseInt(year), province);
  }

  /** Whether an identity is to be added. */
  private boolean isAdding() {
    return !identity.isEmpty() || !recognisedOn.isEmpty();
  }

  /** The same with what is wrong with the identity and its day. */
  ResettlementForm checked(Language language) {
    return with(new Faults(isAdding() && identity.isEmpty() ? language.text("console.choose-an-identity") : "",
        dayFault(language), faults.reason()));
  }

  /** The same with what is wrong with the reason. */
  ResettlementForm reasoned(Language language) {
    return with(new Faults(faults.identity(), faults.day(), ReversalForm.reasonFault(reason, language)));
  }

  /** The same of a recognition that has not been made yet. */
  ResettlementForm ahead(Language language) {
    return with(new Faults(faults.identity(), language.text("account.the-recognition-is-ahead"), faults.reason()));
  }

  private ResettlementForm with(Faults others) {
    return new ResettlementForm(person, year, province, identity, recognisedOn, reason, others);
  }

  private String dayFault(Language language) {
    if (!isAdding()) {
      return "";
    }
    if (recognisedOn.isEmpty()) {
      return language.text("console.state-the-day-of-recognition");
    }
    return day().isEmpty() ? language.text("console.write-the-day-of-recognition") : "";
  }

  /**
   * What becomes of the person of each bill: they keep what they state, or the identity comes to it.
   *
   * @return empty where the identity or its day is none
   */
  Optional<PersonChange> change() {
    if (!isAdding()) {
      return Optional.of(PersonChange.NONE);
    }
    return type().flatMap(type -> day().map(day -> PersonChange.adding(
        List.of(new Identity(type, day, null, null, 0)))));
  }

  private Optional<IdentityType> type() {
    return identities().filter(type -> type.name().equals(identity)).findFirst();
  }

  /** The identities that can be added; one that a county assigns needs a class besides. */
  static Stream<IdentityType> identities() {
    return Stream.of(IdentityType.values()).filter(type -> type != IdentityType.COUNTY_DESIGNATED);
  }

  private Optional<LocalDate> day() {
    try {
      LocalDate day = LocalDate.parse(recognisedOn);
      return Optional.of(day).filter(known -> known.getYear() >= FIRST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
