package cn.tuodi.claim;

/**
 * The care a claim is for.
 *
 * @param type kind of care
 * @param condition disease
 * @param designated at a designated institution
 * @param place where the institution is
 * @param referral referral or filing
 * @param emergency emergency care
 * @param primaryCareReferral referred on from primary care
 */
public record Care(CareType type, Condition condition, boolean designated, Place place, Referral referral,
    boolean emergency, boolean primaryCareReferral) {}
