/** Portfolios of claims, drawn at random or read from files, in bounded memory. */
package cn.tuodi.simulation.portfolio;
