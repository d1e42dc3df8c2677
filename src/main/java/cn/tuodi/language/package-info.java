/** Chinese or English. */
package cn.tuodi.language;
