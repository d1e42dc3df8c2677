/** Pages to log in and out. */
package cn.tuodi.console.login;
