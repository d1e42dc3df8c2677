package cn.tuodi.desk;

import cn.tuodi.desk.record.AuditEntry;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.json.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number of the publication history, for auditors. The chain can be computed from all lines: {@code previous} is the
 * SHA-256 of lines {@code <number> <recordHash>\n}, from the last record before that is itself chained (or the first) to
 * the one before.
 */
@Schema(name = "AuditLine", description = "审计导出中的一个序号 / a number of the history, for auditors")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditLine(
    @Schema(required = true, description = "序号，自 1 起，没有间断 / number, from 1 without gaps") int number,
    @Schema(required = true, description = "CHAINED 有链、UNCHAINED 由早先的程序写入、MISSING 缺失或损坏、LOST 已记录为无法恢复 / chained; written by an earlier program; missing, damaged or altered; put on record as lost for good") AuditEntry.Standing standing,
    @Schema(nullable = true, description = "版本 / edition") String edition,
    @Schema(nullable = true, description = "发布后的去向，同发布历史 / what became of it, as in the history") PublicationState state,
    @Schema(nullable = true, description = "发布人；LOST 为记录人。未登录者看不到 / who published it; of LOST who put that on record. Null for who is not logged in") String by,
    @Schema(nullable = true, description = "时间 / when") Instant at,
    @Schema(nullable = true, description = "发布依据 / on what ground") String reason,
    @Schema(nullable = true, description = "立即启用，不看时钟 / in force at once, whatever clocks say") Boolean atOnce,
    @Schema(nullable = true, description = "启用时间 / from when it is in force") Instant effectiveFrom,
    @Schema(nullable = true, description = "发布前的版本校验码 / check code before") String hashBefore,
    @Schema(nullable = true, description = "发布后的版本校验码 / check code after") String hashAfter,
    @Schema(nullable = true, description = "该版本上一次发布的序号，0 为首次 / number of the edition's publication before, 0 for none") Integer after,
    @Schema(nullable = true, description = "退回时再次发布的序号 / number of the version published again") Integer again,
    @Schema(nullable = true, description = "工作簿及其 SHA-256 / workbooks with their SHA-256") Map<String, String> workbooks,
    @Schema(nullable = true, description = "记录文件的 SHA-256 / SHA-256 of the record as a file") String recordHash,
    @Schema(nullable = true, description = "此前各记录的 SHA-256，算法见说明 / SHA-256 over the records before") String previous,
    @Schema(nullable = true, description = "记录缺失、损坏或被改动的情况 / what is wrong with a record that is missing, damaged or altered") String note,
    @Schema(nullable = true, description = "更改已过就医日期的理由 / why days of service that were past were changed") String pastReason,
    @Schema(nullable = true, description = "草稿的编制人。未登录者看不到 / who worked on the draft. Null for who is not logged in") List<String> authors) {

  private static final String MARK = "\uFEFF";
  private static final String HEADINGS = "number,standing,edition,state,by,at,reason,atOnce,effectiveFrom,hashBefore,"
      + "hashAfter,after,again,workbooks,recordHash,previous,note,pastReason,authors";

  /** A line about a number. */
  public static AuditLine of(AuditEntry entry) {
    if (entry.entry() == null) {
      AuditEntry.Loss loss = entry.loss();
      return new AuditLine(entry.number(), entry.standing(), null, null, loss == null ? null : loss.by(),
          loss == null ? null : loss.at(), loss == null ? null : loss.reason(), null, null, null, null, null, null,
          null, null, null, entry.note(), null, null);
    }
    Publication made = entry.entry().publication();
    return new AuditLine(entry.number(), entry.standing(), made.edition().toString(), entry.entry().place(), made.by(),
        made.at(), made.reason(), made.isAtOnce(), made.effectiveFrom(), made.hashBefore(), made.hashAfter(),
        made.after(), made.again(), new TreeMap<>(made.workbooks()), entry.recordHash(), made.previous(), entry.note(),
        made.pastReason(), made.authors());
  }

  /** The same without the name of the person. */
  public AuditLine withoutName() {
    return new AuditLine(number, standing, edition, state, null, at, reason, atOnce, effectiveFrom, hashBefore,
        hashAfter, after, again, workbooks, recordHash, previous, note, pastReason, null);
  }

  /** Lines as JSON, one a line. */
  public static byte[] json(List<AuditLine> lines) {
    return lines.stream().map(line -> new String(Json.bytes(line), StandardCharsets.UTF_8) + "\n")
        .collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
  }

  /** Lines as separated values that spreadsheet programs open, marked as UTF-8. */
  public static byte[] csv(List<AuditLine> lines) {
    return (MARK + HEADINGS + "\r\n" + lines.stream().map(line -> line.separated() + "\r\n")
        .collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8);
  }

  private String separated() {
    String files = workbooks == null ? null
        : workbooks.entrySet().stream().map(workbook -> workbook.getValue() + " " + workbook.getKey())
            .collect(Collectors.joining("; "));
    Object[] values = {number, standing, edition, state, by, at, reason, atOnce, effectiveFrom, hashBefore, hashAfter,
        after, again, files, recordHash, previous, note, pastReason,
        authors == null ? null : String.join("; ", authors)};
    return Arrays.stream(values).map(AuditLine::quoted).collect(Collectors.joining(","));
  }

  /** A value in quotes; one that a spreadsheet program would take for a formula has an apostrophe before it. */
  private static String quoted(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
