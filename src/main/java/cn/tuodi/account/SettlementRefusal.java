package cn.tuodi.account;

/** Why nothing is booked, although the claim could be decided. */
public enum SettlementRefusal {
  /** The claim states what has accumulated: the account knows that. */
  YEAR_TO_DATE_STATED,
  /** The claim does not say whose it is. */
  PERSON_MISSING,
  /** The id cannot stand in the address of a bill or person, so that nothing could be corrected. */
  ID_RESERVED,
  /** The day of service has not come. */
  SERVICE_DATE_AHEAD,
  /** The year has not begun. */
  YEAR_AHEAD,
  /** The id stands for a bill with other facts. */
  CLAIM_DIFFERS,
  /** There is no bill of this id. */
  CLAIM_UNKNOWN,
  /** The bill was taken back. */
  CLAIM_REVERSED,
  /** The bill is no longer at the version that is to be replaced. */
  VERSION_PASSED,
  /** Something was booked since the correction was looked at. */
  ACCOUNT_CHANGED,
  /** The corrected bill is of another person, year or province: take the old one back and settle the new one. */
  ANOTHER_ACCOUNT,
  /** Bills stand that were settled before the opening. */
  OPENING_TOO_LATE,
  /** Nothing was ever booked for the person, year and province. */
  ACCOUNT_UNKNOWN,
  /** The person is said to be born after the day of a bill of the year. */
  BORN_LATER,
  /** An identity that is to be added is recognised on a day that has not come. */
  RECOGNISED_AHEAD,
  /** A bill of the year would have more identities than can be stated. */
  IDENTITIES_TOO_MANY,
  /** The year has as many bills as an account can have. */
  YEAR_FULL,
  /** The year is closed: nothing is booked any more. */
  YEAR_CLOSED,
  /** The year is not closed yet, so that it cannot be erased. */
  YEAR_OPEN,
  /** What was kept of the person and year was erased. */
  YEAR_ERASED,
  /** No booking has the number that is said to be the last one. */
  NUMBER_UNKNOWN,
  /** The key of the request was used for another request. */
  KEY_REUSED
}
