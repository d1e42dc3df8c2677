package cn.tuodi.fuzz;

import cn.tuodi.desk.CheckClient;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Hands the desk workbooks that nobody would make. What begins like a zip is taken for a workbook as it is; anything else
 * is read as edits to the parts within a real one. The desk finds something or nothing, always the same, and gives the
 * workbook back with comments; it never fails.
 */
public final class WorkbooksFuzzer {

  private static final TableName TABLE =
      new TableName(new EditionId("guangxi", 2022), "medical-assistance.xlsx");
  private static final String FAILED = "this cannot be checked: ask the operators";
  private static final String STOPPED = "the check took too long";
  private static final int MAX_EDITS = 16;
  private static final byte BEFORE = 'P';
  private static final byte[] ZIP = {'P', 'K'};
  private static final Desk DESK = new Desk(PolicyStore.ofApplication(), Clock.systemUTC());
  private static final Map<String, byte[]> PARTS = parts();

  private WorkbooksFuzzer() {}

  /** Called first, so that loading the editions counts for no input. */
  public static void fuzzerInitialize() throws IOException {
    fuzzerTestOneInput(new byte[0]);
  }

  /** Called with whatever the fuzzer thinks of. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    boolean raw = input.length > 1 && input[0] == ZIP[0] && input[1] == ZIP[1];
    byte[] workbook = raw ? input : edited(ByteBuffer.wrap(input));
    CheckResult result = DESK.check(TABLE, workbook);
    for (Finding finding : result.findings()) {
      if (finding.en().contains(FAILED) || finding.en().contains(STOPPED)) {
        throw new AssertionError(finding.en());
      }
    }
    byte[] annotated = DESK.annotated(TABLE.workbook(), workbook, result.findings(), CheckClient.STAFF);
    if (result.isSound() && !sheets(annotated).equals(sheets(workbook))) {
      throw new AssertionError("what is written says something else than what was read");
    }
  }

  /** What a sound workbook says; one with comments that is too large for them says nothing. */
  private static List<String> sheets(byte[] workbook) {
    List<Finding> findings = new ArrayList<>();
    List<String> sheets = new WorkbookReader(TABLE.workbook(), findings).read(workbook, Layouts.ALL, Layouts.DATA)
        .stream().map(Sheet::canonical).toList();
    if (!findings.isEmpty()) {
      throw new AssertionError("a sound workbook is not sound any more: " + findings.get(0));
    }
    return sheets;
  }

  /** Each edit: which part, from where, how many bytes to take out, how many of the bytes that follow to put in. */
  private static byte[] edited(ByteBuffer edits) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(PARTS);
    List<String> names = new ArrayList<>(parts.keySet());
    for (int i = 0; i < MAX_EDITS && edits.remaining() > 5; i++) {
      String name = names.get((edits.get() & 0xff) % names.size());
      byte[] part = parts.get(name);
      int from = Math.min(edits.getShort() & 0xffff, part.length);
      int until = Math.min(from + (edits.get() & 0xff), part.length);
      byte[] more = new byte[Math.min(edits.get() & 0xff, edits.remaining())];
      edits.get(more);
      if (more.length == 0) {
        parts.put(name, restructured(part, from, until));
        continue;
      }
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.write(part, 0, from);
      changed.write(more);
      changed.write(part, until, part.length - until);
      parts.put(name, changed.toByteArray());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (edits.hasRemaining() && edits.get() == BEFORE) {
      bytes.writeBytes(new byte[] {'P', 'K', '0', '0'});
    }
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Whole elements are taken out, or stand twice: from the first that begins behind a place to the end of another. */
  private static byte[] restructured(byte[] part, int from, int until) {
    String text = new String(part, StandardCharsets.UTF_8);
    int start = text.indexOf('<', Math.min(from, text.length()));
    int end = text.indexOf('>', Math.min(until, text.length())) + 1;
    if (start < 0 || end <= start) {
      return part;
    }
    String element = text.substring(start, end);
    String instead = (from & 1) == 0 ? element + element : "";
    return (text.substring(0, start) + instead + text.substring(end)).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    byte[] workbook = EditionArchive.sources(TABLE.edition()).workbooks().get(TABLE.workbook());
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return parts;
  }
}
