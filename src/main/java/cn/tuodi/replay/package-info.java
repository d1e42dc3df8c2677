/** Decides a claim again and says in what the answer differs from an earlier one, and why. */
package cn.tuodi.replay;
