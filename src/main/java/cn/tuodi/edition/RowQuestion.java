package cn.tuodi.edition;

import cn.tuodi.claim.Question;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.List;

/**
 * Questions that a row answers, made to try the row out.
 *
 * @param sheet the sheet of the row
 * @param row the row
 * @param questions an ordinary one first, then with what is at the edges
 */
public record RowQuestion(Sheet sheet, Row row, List<? extends Question> questions) {}
