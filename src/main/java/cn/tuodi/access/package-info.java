/** Who may do what: roles, the ways to log in, and the password of the single administrator. */
package cn.tuodi.access;
