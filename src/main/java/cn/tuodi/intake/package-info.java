/** Claims from a topic of Kafka, decisions to another one, what could not be decided to a third. Off by default. */
package cn.tuodi.intake;
