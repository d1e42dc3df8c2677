package cn.tuodi.table;

import cn.tuodi.claim.IdentityType;
import cn.tuodi.policy.IdentityDefinitions;

/** Reads the sheet of what an edition says of identities. */
public final class IdentitySheet {

  private IdentitySheet() {}

  /**
   * What a sheet says.
   *
   * @param sheet its cells, or null where there is none
   */
  public static IdentityDefinitions read(Sheet sheet) {
    if (sheet == null) {
      return IdentityDefinitions.NONE;
    }
    return new IdentityDefinitions(sheet.rows().stream()
        .map(row -> new IdentityDefinitions.Entry((IdentityType) sheet.value(row, "身份"),
            (String) sheet.value(row, "身份代码"), (String) sheet.value(row, "名称"), (String) sheet.value(row, "英文名称"),
            Boolean.TRUE.equals(sheet.value(row, "农村"))))
        .toList());
  }
}
