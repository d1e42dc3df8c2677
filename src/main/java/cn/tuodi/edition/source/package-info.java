/** What editions are made of: their files, description, areas and instruments. */
package cn.tuodi.edition.source;
