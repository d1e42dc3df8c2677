/** Changes of two people to one workbook, put together cell by cell. */
package cn.tuodi.merge;
