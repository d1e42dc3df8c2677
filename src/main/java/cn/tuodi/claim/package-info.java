/**
 * What a claim states: the person, the care, the costs, what was paid before. Immutable, and free of any framework.
 */
package cn.tuodi.claim;
