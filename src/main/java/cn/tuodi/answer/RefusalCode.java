package cn.tuodi.answer;

/**
 * Why a claim is refused outright, in the order in which the reasons are looked at. The first is the service's own state
 * (HTTP 503: ask again later), the others lie in the claim (HTTP 422).
 */
public enum RefusalCode {
  POLICY_UNAVAILABLE,
  NO_POLICY_FOR_REGION,
  NO_POLICY_IN_FORCE,
  IDENTITY_CODE_UNKNOWN,
  RESIDENT_SCHEME_ONLY,
  CONTRIBUTION_BELOW_MINIMUM,
  COSTS_DO_NOT_ADD_UP,
  PAYMENTS_EXCEED_COSTS,
  YEAR_MISMATCH,
  PAYMENTS_CONTRADICT_ENROLMENT,
  CRITICAL_ILLNESS_PLAN_NOT_APPLICABLE,
  CRITICAL_ILLNESS_UNSETTLED,
  YEAR_TO_DATE_TOO_LARGE
}
