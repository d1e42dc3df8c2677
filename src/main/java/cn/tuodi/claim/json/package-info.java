/** Claims in JSON, read strictly and shown again. */
package cn.tuodi.claim.json;
