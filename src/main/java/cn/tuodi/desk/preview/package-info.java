/** What publishing a draft would do, and what was done by a publication: changes, days, worked examples, trials. */
package cn.tuodi.desk.preview;
