/** What the book of year accounts consists of. */
package cn.tuodi.account.book;
