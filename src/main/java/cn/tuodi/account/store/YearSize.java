package cn.tuodi.account.store;

/**
 * How much a year has, whoever is going to read it.
 *
 * @param bills bills that were ever settled
 * @param entries entries on bills, and openings
 */
public record YearSize(int bills, int entries) {}
