/** What depends on classes that a framework keeps to itself, each with its reason and the version it was seen in. */
package cn.tuodi.http.framework;
