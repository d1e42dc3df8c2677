package cn.tuodi.edition.proof;

import cn.tuodi.claim.IdentityType;
import cn.tuodi.language.Message;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds codes of identities that rows ask for and the sheet 身份 does not have, and those that it has and no row asks for. */
public final class IdentityCodes {

  private static final String CODE = "身份代码";
  private static final String IDENTITY = "身份";

  private final Collection<Finding> findings;

  private IdentityCodes(Collection<Finding> findings) {
    this.findings = findings;
  }

  /**
   * Checks an edition whose cells are sound.
   *
   * @param sheets its sheets by name
   * @param identities what it says of identities
   * @param findings where to write what is wrong
   */
  public static void check(Map<String, Sheet> sheets, IdentityDefinitions identities, Collection<Finding> findings) {
    IdentityCodes codes = new IdentityCodes(findings);
    Set<String> asked = new HashSet<>();
    Sheet own = sheets.get(Layouts.IDENTITIES.sheet());
    sheets.values().stream().filter(sheet -> sheet != own)
        .forEach(sheet -> sheet.rows().forEach(row -> codes.asked(sheet, row, identities, asked)));
    if (own != null) {
      codes.defined(own, asked);
    }
  }

  private void asked(Sheet sheet, Row row, IdentityDefinitions identities, Set<String> asked) {
    if (!(sheet.value(row, CODE) instanceof String code) || code.isEmpty()) {
      return;
    }
    asked.add(code);
    IdentityType type = identities.typeOf(code);
    if (type == null) {
      find(sheet, row, CODE, Message.of("edition.the-code-is-not-in-the-sheet", code));
    } else if (sheet.value(row, IDENTITY) != null && sheet.value(row, IDENTITY) != type) {
      find(sheet, row, CODE, Message.of("edition.the-code-is-of-another-identity", code, type.label()));
    }
  }

  private void defined(Sheet sheet, Set<String> asked) {
    Map<List<Object>, Row> seen = new HashMap<>();
    for (Row row : sheet.rows()) {
      String code = (String) sheet.value(row, CODE);
      IdentityType type = (IdentityType) sheet.value(row, IDENTITY);
      Row earlier = seen.putIfAbsent(Arrays.asList(code == null ? type : null, code), row);
      if (earlier != null) {
        find(sheet, row, code == null ? IDENTITY : CODE,
            code == null ? Message.of("edition.the-identity-stands-twice", type.label(), earlier.number())
                : Message.of("edition.the-code-stands-twice", code, earlier.number()));
      }
      if ((code != null) != (sheet.value(row, "名称") != null)
          || (code != null) != (sheet.value(row, "英文名称") != null)) {
        find(sheet, row, "名称", Message.of("edition.a-code-has-a-name"));
      }
      if (code != null && !asked.contains(code)) {
        find(sheet, row, CODE, Message.of("edition.no-row-asks-for-the-code", code));
      }
    }
  }

  private void find(Sheet sheet, Row row, String heading, Message message) {
    findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, heading), message));
  }
}
