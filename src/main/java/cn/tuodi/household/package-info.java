/** Households impoverished by illness (因病致贫): the question, its step, the answer and their JSON. */
package cn.tuodi.household;
