/**
 * What shows that an edition is complete and free of contradiction: every row can be reached, no two rows answer one case,
 * every provision is cited and tried.
 */
package cn.tuodi.edition.proof;
