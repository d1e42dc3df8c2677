package cn.tuodi.spreadsheet.archive;

/**
 * A part of an archive.
 *
 * @param name its name, as it is written
 * @param isDeflated whether it is packed
 * @param checksum CRC-32 of its bytes
 * @param packedSize how many bytes it takes in the file
 * @param size how many bytes it has
 * @param header where its own header begins in the file
 * @param offset where its bytes begin in the file
 * @param end where what follows begins
 */
public record ArchiveEntry(String name, boolean isDeflated, long checksum, int packedSize, long size, int header,
    int offset,
    int end) {

  boolean isFolder() {
    return size == 0 && (name.endsWith("/") || name.endsWith("\\"));
  }

  /** What follows the last point of its name, in small letters; empty where there is none. */
  public String extension() {
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    int point = name.lastIndexOf('.');
    return point > slash ? name.substring(point + 1).toLowerCase(java.util.Locale.ROOT) : "";
  }
}
