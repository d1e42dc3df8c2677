/**
 * What is in force: workbooks come from the application, from a directory and from publications; what is sound comes into
 * force in one step, what is not leaves the last good version in force.
 */
package cn.tuodi.desk.inforce;
