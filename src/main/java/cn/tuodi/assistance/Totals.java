package cn.tuodi.assistance;

import cn.tuodi.money.Money;

/**
 * Who pays the bill; everything but the total adds up to the total.
 *
 * @param total everything billed
 * @param basicInsurance basic insurance
 * @param criticalIllness critical-illness insurance, stated or computed
 * @param employeeSupplement employees' supplement
 * @param otherInsurance other insurance
 * @param medicalAssistance medical assistance
 * @param topUpAssistance top-up assistance
 * @param institutionBorne borne by the institution
 * @param personal left to the person
 */
public record Totals(Money total, Money basicInsurance, Money criticalIllness, Money employeeSupplement,
    Money otherInsurance, Money medicalAssistance, Money topUpAssistance, Money institutionBorne, Money personal) {}
