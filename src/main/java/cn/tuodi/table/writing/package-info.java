/** Workbooks written anew as open sheets: only the columns that rows need, with prompts, choices and a page setup. */
package cn.tuodi.table.writing;
