/** The console in the browser: pages rendered on the server, in Chinese and English, that work without scripts. */
package cn.tuodi.console;
