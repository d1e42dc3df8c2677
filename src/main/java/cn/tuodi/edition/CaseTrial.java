package cn.tuodi.edition;

import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.table.Finding;
import java.util.List;

/**
 * Decides the worked cases of an edition before it decides for anybody. Implementations are found as services: editions do
 * not know how claims are decided.
 */
public interface CaseTrial {

  /**
   * Where what is decided is not what a case expects.
   *
   * @param edition the edition
   * @param worked the case
   */
  List<Finding> findings(Edition edition, WorkedCase worked);
}
