/** Standards that pooling areas set where an edition leaves a figure to them (地方标准): checked and made into rules. */
package cn.tuodi.edition.local;
