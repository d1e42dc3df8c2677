/** Decisions as answers show them, in the caller's language. */
package cn.tuodi.assistance.json;
