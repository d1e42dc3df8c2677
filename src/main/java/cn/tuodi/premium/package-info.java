/** Premiums of the insured (参保资助): the question, its steps, the answer and their JSON. */
package cn.tuodi.premium;
