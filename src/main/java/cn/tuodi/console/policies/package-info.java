/** Pages that show the editions: tables, register, comparisons. */
package cn.tuodi.console.policies;
