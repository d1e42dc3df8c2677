/** Pages of the desk: drafts, checks, new years, publications and their history. */
package cn.tuodi.console.desk;
