/** Changes of two people to one workbook, put together cell by cell, and changes that hold from a day on. */
package cn.tuodi.merge;
