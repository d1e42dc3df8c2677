package cn.tuodi.edition;

import cn.tuodi.claim.Question;
import cn.tuodi.edition.source.Period;
import cn.tuodi.table.Sheet;
import java.util.List;
import java.util.Map;

/**
 * Something this program does with answers to questions about premiums, applications and recognitions, tried out on
 * questions that the rows of an edition answer before the edition answers anybody. Implementations are found as services:
 * editions do not know who makes use of them.
 */
public interface QuestionTrial {

  /**
   * Questions for every row of the sheets that is in force on a day of the edition.
   *
   * @param region area code of the edition
   * @param validity the days it is in force
   * @param premiumsFrom the insured year from which it answers before that, or null
   * @param sheets its sheets by name
   */
  List<RowQuestion> questions(String region, Period validity, Integer premiumsFrom, Map<String, Sheet> sheets);

  /**
   * Does it with a question. Whatever is thrown is a finding against the edition.
   *
   * @param edition the edition
   * @param question the question
   */
  void tryOut(Edition edition, Question question);
}
