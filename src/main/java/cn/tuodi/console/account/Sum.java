package cn.tuodi.console.account;

/**
 * A sum of money and what it is.
 *
 * @param label what it is
 * @param amount how much, as people read it
 */
record Sum(String label, String amount) {}
