/** The page on which a claim is filled in and decided, and its chart. */
package cn.tuodi.console.trial;
