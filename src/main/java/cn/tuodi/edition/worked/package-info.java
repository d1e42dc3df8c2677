/** Worked cases of an edition: bills with what should come of them, as its workbooks state them. */
package cn.tuodi.edition.worked;
