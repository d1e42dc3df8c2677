/** What policy staff do: check workbooks, keep drafts, publish them, look at the history and return to what was. */
package cn.tuodi.desk;
