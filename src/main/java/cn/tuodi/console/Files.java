package cn.tuodi.console;

import cn.tuodi.desk.SavedName;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.edition.source.EditionDescription;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Texts that forms send, and files that are saved. */
public final class Files {

  public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Several files in one. */
  public static final String ZIP = "application/zip";

  private static final int LONGEST = 200;

  private Files() {}

  /** A line of text without control characters, at most 200 characters; null where there is none. */
  public static String text(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.replaceAll("\\p{Cf}", "").replaceAll("\\p{Cntrl}", " ").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /**
   * A workbook to be saved, marked as what it is.
   *
   * @param table which workbook it is
   * @param editions the editions that there are
   * @param state what it is besides, such as {@code 草稿}; empty for one in force
   */
  public static Response workbook(byte[] content, TableName table, Collection<EditionDescription> editions,
      String state) {
    return published(WorkbookMark.marked(content, table), table, editions, state);
  }

  /** The same as it was published, to the byte: it may have to be put back. */
  public static Response published(byte[] content, TableName table, Collection<EditionDescription> editions,
      String state) {
    return Response.ok(content, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, SavedName.disposition(table, editions, state)).build();
  }

  /** Several workbooks to be saved, by their names, in one archive. */
  public static Response archive(Map<String, byte[]> workbooks, String plain, String name) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(content)) {
      for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
        archive.putNextEntry(new ZipEntry(workbook.getKey()));
        archive.write(workbook.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return saved(content.toByteArray(), ZIP, plain, name + ".zip");
  }

  /** A file of another kind to be saved, under a name in ASCII and one in words. */
  public static Response saved(byte[] content, String type, String plain, String name) {
    return Response.ok(content, type).header(HttpHeaders.CONTENT_DISPOSITION, SavedName.disposition(plain, name))
        .build();
  }
}
