/** Exact amounts and rates. */
package cn.tuodi.money;
