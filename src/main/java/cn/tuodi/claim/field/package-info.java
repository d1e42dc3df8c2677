/** The fields of a claim, each declared once. What reads, writes, shows, describes or hashes claims goes by them. */
package cn.tuodi.claim.field;
