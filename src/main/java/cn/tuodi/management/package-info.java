/** What operators and their tools reach on a port of its own: health and metrics, whatever callers do to the service. */
package cn.tuodi.management;
