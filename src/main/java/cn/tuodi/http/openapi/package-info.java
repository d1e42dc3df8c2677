/** The document of the interface: schemas by the declarations, words, examples. */
package cn.tuodi.http.openapi;
