package cn.tuodi.api;

import cn.tuodi.desk.SavedName;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.language.Language;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Workbooks as bodies of requests and responses. */
public final class Workbooks {

  /** Media type of workbooks. */
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final MediaType TYPE = MediaType.valueOf(XLSX);

  private Workbooks() {}

  /** The table that a query parameter names. */
  static TableName name(String table, Language language) {
    if (table == null) {
      throw InvalidRequest.parameter("table", language.text("api.the-query-parameter-table-is-missing"));
    }
    return TableName.of(table).orElseThrow(() -> InvalidRequest.parameter("table",
        language.text("api.table-should-be-like-guangxi-2022")));
  }

  /** Whether the caller asks for a workbook before JSON. */
  static boolean wanted(HttpHeaders headers) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      } else if (type.isCompatible(TYPE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A workbook to be saved, marked as what it is.
   *
   * @param table which workbook it is
   * @param current the editions that there are
   * @param state what it is besides, such as {@code 草稿}; empty for one in force
   */
  static Response answer(byte[] workbook, TableName table, CurrentCatalogue current, String state) {
    return published(WorkbookMark.marked(workbook, table), table, current, state);
  }

  /** The same as it was published, to the byte: it may have to be put back. */
  static Response published(byte[] workbook, TableName table, CurrentCatalogue current, String state) {
    List<EditionDescription> editions = current.get().editions().stream().map(Edition::description).toList();
    return Response.ok(workbook, TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, SavedName.disposition(table, editions, state))
        .header("X-Content-Type-Options", "nosniff").build();
  }
}
