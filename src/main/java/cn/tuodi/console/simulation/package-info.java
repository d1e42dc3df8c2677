/** Pages of simulations. */
package cn.tuodi.console.simulation;
