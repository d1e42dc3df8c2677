/** The database of year accounts: PostgreSQL, or an embedded one for trying. */
package cn.tuodi.account.store;
