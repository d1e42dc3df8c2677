/** Beans: what is put together at the start, by the settings. */
package cn.tuodi.wiring;
