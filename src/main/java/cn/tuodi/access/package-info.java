/** Who may draft and publish: roles, and the password of the single administrator. */
package cn.tuodi.access;
