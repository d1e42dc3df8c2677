/** Files of the store, written so that none is ever half there, and told when they are damaged. */
package cn.tuodi.desk.file;
