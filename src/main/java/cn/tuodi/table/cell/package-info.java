/**
 * What cells hold: each type reads a cell into a value or refuses it, and only the type, never the cell, writes rule
 * source.
 */
package cn.tuodi.table.cell;
