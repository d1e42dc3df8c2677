/** What policies are made of: parameters, classes, terms, local standards. */
package cn.tuodi.policy;
