package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.Relationship;
import cn.tuodi.spreadsheet.archive.TagCount;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.spreadsheet.archive.WorkbookPackage;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A workbook packed anew from the parts that were looked at, for a library that keeps many times their size in memory:
 * every part of XML was read to its end, properties of the document are left out, and there is little of all. A broken
 * part that no cell depends on, such as the colours of the theme, is left out like one that is not there.
 */
public final class SafeCopy {

  /** Five times as many as the largest workbook of an edition has. */
  private static final int MAX_TAGS = 40_000;
  private static final int MAX_SIZE = 2 * 1024 * 1024;
  private static final Set<String> XML = Set.of("xml", "rels", "vml");
  /** Ends of the content types without which the cells are not what they were. */
  private static final List<String> INDISPENSABLE = List.of(".main+xml", ".worksheet+xml", ".sharedstrings+xml",
      ".styles+xml");

  private final WorkbookPackage workbook;
  private final List<ArchiveEntry> parts = new ArrayList<>();

  private SafeCopy(WorkbookPackage workbook) {
    this.workbook = workbook;
  }

  /** The copy of a workbook; empty where it is none or is too large to be handed on. */
  public static Optional<byte[]> of(byte[] content) {
    try {
      WorkbookPackage workbook = WorkbookPackage.open(content);
      Workbook.open(workbook);
      SafeCopy copy = new SafeCopy(workbook);
      return copy.choose() ? Optional.of(copy.packed()) : Optional.empty();
    } catch (UnreadableWorkbook e) {
      return Optional.empty();
    }
  }

  /** Chooses the parts and reads those of XML; false where they are too large. */
  private boolean choose() throws UnreadableWorkbook {
    TagCount tags = new TagCount(MAX_TAGS);
    long size = 0;
    for (ArchiveEntry entry : workbook.archive().entries()) {
      if (isLeftOut(entry)) {
        continue;
      }
      size += entry.size();
      if (size > MAX_SIZE) {
        return false;
      }
      if (isReadable(entry, tags)) {
        parts.add(entry);
      }
    }
    return true;
  }

  /** Whether a part can be read to its end; one that must be there throws where it cannot. */
  private boolean isReadable(ArchiveEntry entry, TagCount tags) throws UnreadableWorkbook {
    String type = workbook.type(entry.name()).toLowerCase(Locale.ROOT);
    if (!XML.contains(entry.extension()) && !type.endsWith("xml")) {
      return true;
    }
    try (XmlPart xml = XmlPart.open(entry.name(), workbook.archive().stream(entry), tags)) {
      while (xml.next()) {
      }
      return true;
    } catch (UnreadableWorkbook e) {
      if (INDISPENSABLE.stream().anyMatch(type::endsWith)) {
        throw e;
      }
      return false;
    }
  }

  private static boolean isLeftOut(ArchiveEntry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT).replace('\\', '/');
    return name.startsWith("docprops/") || name.equals(PackageWriter.CONTENT_TYPES.toLowerCase(Locale.ROOT))
        || name.equals(PackageWriter.RELATIONSHIPS);
  }

  private byte[] packed() throws UnreadableWorkbook {
    try {
      PackageWriter writer = new PackageWriter();
      writer.types(workbook, parts);
      writer.writeTypes();
      writer.writeRelationships(List.of(new Relationship("", PackageWriter.OFFICE + "relationships/officeDocument",
          "/" + workbook.main(), false)));
      for (ArchiveEntry part : parts) {
        writer.write(PackageWriter.name(part), workbook.archive().bytes(part));
      }
      return writer.packed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
