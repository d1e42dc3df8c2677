/**
 * A job for Apache Spark that decides portfolios of any size, a person's bills one after the other and persons side by
 * side, and can be started again where it was ended.
 */
package cn.tuodi.spark;
