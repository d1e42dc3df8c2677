package cn.tuodi.desk.file;

import cn.tuodi.table.Finding;

/**
 * A file that the desk keeps and that is not what it should be. It is left as it is, and everything else goes on.
 *
 * @param name id of the draft or number of the publication that it should be, or null where it is neither
 * @param finding the file, why it cannot be read, and what to do
 */
public record DamagedFile(String name, Finding finding) {}
