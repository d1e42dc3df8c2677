/** The archive of a workbook: one view of it, screened and read within limits. */
package cn.tuodi.spreadsheet.archive;
