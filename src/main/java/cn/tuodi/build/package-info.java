/** Run by the build: compiles the editions of the source tree into the application. */
package cn.tuodi.build;
