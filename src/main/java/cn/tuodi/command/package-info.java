/** The command line: the same jar checks, publishes and undoes without starting the service. */
package cn.tuodi.command;
