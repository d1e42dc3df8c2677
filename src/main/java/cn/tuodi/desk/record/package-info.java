/** The records of the store: publications chained by their hashes, drafts, what was asked and done. */
package cn.tuodi.desk.record;
