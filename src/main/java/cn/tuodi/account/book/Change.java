package cn.tuodi.account.book;

import java.util.List;

/**
 * A booking in the order of changes.
 *
 * @param number its number; there is no gap
 * @param entries what it has done, never nothing
 */
public record Change(long number, List<BookedEntry> entries) {}
