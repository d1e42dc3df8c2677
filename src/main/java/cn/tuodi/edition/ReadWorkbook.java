package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.WorkbookReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a workbook of an edition says, whatever edition that is.
 *
 * @param sheets its sheets
 * @param findings what is wrong with it as such
 */
record ReadWorkbook(List<Sheet> sheets, List<Finding> findings) {

  /** Some ten editions: where one workbook is changed, the others are as they were. */
  private static final int MAX_READ = 64;
  private static final PipelineCache<ReadWorkbook> READ = new PipelineCache<>(MAX_READ);

  /** Reads a workbook, or knows it still. */
  static ReadWorkbook of(String file, byte[] content) {
    return READ.get(new EditionSources(file, Map.of(), Map.of(file, content)), Set.of(), () -> {
      List<Finding> findings = new ArrayList<>();
      List<Sheet> sheets = new WorkbookReader(file, findings).read(content, Layouts.ALL, Layouts.DATA);
      return new ReadWorkbook(List.copyOf(sheets), List.copyOf(findings));
    });
  }
}
