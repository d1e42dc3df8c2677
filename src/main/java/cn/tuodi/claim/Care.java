package cn.tuodi.claim;

import java.time.LocalDate;

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
 * @param admittedOn first day of a stay, or null
 * @param institutionLevel level of the institution, 1 to 3, or null
 */
public record Care(CareType type, Condition condition, boolean designated, Place place, Referral referral,
    boolean emergency, boolean primaryCareReferral, LocalDate admittedOn, Integer institutionLevel) {}
