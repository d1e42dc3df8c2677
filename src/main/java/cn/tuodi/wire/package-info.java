/**
 * The wire contract: requests are read strictly, every malformed field with its JSON pointer, and answers are put in the
 * caller's language.
 */
package cn.tuodi.wire;
