/** The HTTP interface: resources only map requests to the packages that answer them. */
package cn.tuodi.api;
