package cn.tuodi.simulation;

/**
 * A line that is no claim.
 *
 * @param line number of the line, from 1
 * @param place column of a CSV file, or JSON pointer into the line; empty where it is the whole line
 * @param message what is wrong
 */
public record Unreadable(long line, String place, String message) {}
