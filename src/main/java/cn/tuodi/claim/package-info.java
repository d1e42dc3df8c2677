/**
 * The fields of a claim, each declared once: name, type, words, column and default. What reads, writes, shows, describes
 * or hashes claims goes by these declarations.
 */
package cn.tuodi.claim;
