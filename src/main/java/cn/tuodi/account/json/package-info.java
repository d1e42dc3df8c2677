/** Year accounts as the wire contract has them: what is asked for, and what is answered. */
package cn.tuodi.account.json;
