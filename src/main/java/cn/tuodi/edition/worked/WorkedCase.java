package cn.tuodi.edition.worked;

import cn.tuodi.language.Message;
import cn.tuodi.table.Sheet;
import java.util.List;
import java.util.Set;

/**
 * A worked case: the bills of one person in order, each continuing what the one before it left.
 *
 * @param name the sentence that it proves, in Chinese
 * @param nameEn the same in English, or null
 * @param proves provisions that it proves
 * @param sheet the sheet that states it
 * @param bills its bills
 */
public record WorkedCase(String name, String nameEn, Set<String> proves, Sheet sheet, List<WorkedBill> bills) {

  /** The sentence in both languages; in Chinese where there is no other. */
  public Message title() {
    return Message.given(name, nameEn == null ? name : nameEn);
  }
}
