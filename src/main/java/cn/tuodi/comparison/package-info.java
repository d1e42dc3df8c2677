/**
 * What differs between two versions of an edition, two years or two regions: by the meaning of rows, not by their position.
 */
package cn.tuodi.comparison;
