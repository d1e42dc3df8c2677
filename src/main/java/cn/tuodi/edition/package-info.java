/**
 * Editions of policy: their sources, the one pipeline that checks and compiles them, and the catalogue that finds the
 * edition for an area and a day.
 */
package cn.tuodi.edition;
