package cn.tuodi.replay;

/**
 * A point in which two decisions differ.
 *
 * @param kind in what
 * @param at where, with both values
 */
record Difference(DifferenceKind kind, ComparedPlace at) {}
