package cn.tuodi.spreadsheet;

/**
 * Something about a sheet that people do not see or see otherwise.
 *
 * @param at where it is, or null
 * @param zh what it is and what to do, in Chinese
 * @param en the same in English
 */
public record Remark(Address at, String zh, String en) {}
