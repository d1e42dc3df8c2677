package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;

/**
 * Something about a sheet that people do not see or see otherwise.
 *
 * @param at where it is, or null
 * @param message what it is and what to do
 */
public record Remark(Address at, Message message) {}
