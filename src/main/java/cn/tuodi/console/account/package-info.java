/** Pages on year accounts: a person's year, and corrections that are looked at before they are booked. */
package cn.tuodi.console.account;
