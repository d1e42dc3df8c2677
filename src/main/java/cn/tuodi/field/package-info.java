/**
 * How a field of stated facts is declared – name, type, words, column, default – and what is made of the declarations.
 */
package cn.tuodi.field;
