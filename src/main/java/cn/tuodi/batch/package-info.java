/** Deciding a stream of claims, one a line, in order and in constant memory. */
package cn.tuodi.batch;
