/** How an edition of another year or place is begun: from one that there is. */
package cn.tuodi.desk.start;
