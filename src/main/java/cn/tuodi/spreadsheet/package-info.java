/**
 * Workbooks as people and programs save them, opened within limits: one view of the archive, one reader of its parts, and
 * cells that say what they hold and whether a spreadsheet program shows the same. Knows nothing of policies.
 */
package cn.tuodi.spreadsheet;
