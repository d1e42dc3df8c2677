/** What operators see of the service's work: meters by edition, status, benefit and problem; never a person's data. */
package cn.tuodi.observation;
