/** Deciding one claim: the edition is found, its rules are run on the facts, and the outcome is put together. */
package cn.tuodi.decision;
