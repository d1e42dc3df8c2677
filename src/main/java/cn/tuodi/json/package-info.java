/**
 * The codec: types of fields and objects that read strictly, every malformed field with its JSON pointer, and say their
 * schema. Knows no feature.
 */
package cn.tuodi.json;
