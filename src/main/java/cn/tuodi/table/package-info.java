/**
 * Workbooks as data: the layout each sheet must have, typed cells, findings with their cell, and the rule source that a
 * sheet of checked cells stands for. No text of a cell reaches the rule compiler as code.
 */
package cn.tuodi.table;
