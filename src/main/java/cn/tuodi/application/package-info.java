/** Assistance granted on application (依申请救助): the question, its step, the answer and their JSON. */
package cn.tuodi.application;
