package cn.tuodi.table;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.Condition;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.language.Message;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;
import cn.tuodi.table.cell.PolicyTypes;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Reads the sheet of parameters, whose values each have a type of their own. */
public final class ParameterSheet {

  private ParameterSheet() {}

  /**
   * The parameters of a sheet.
   *
   * @param sheet its cells
   * @param findings where to write what is wrong
   */
  public static Map<Parameter, Parameters.Stated> read(Sheet sheet, Collection<Finding> findings) {
    Map<Parameter, Parameters.Stated> stated = new EnumMap<>(Parameter.class);
    for (Row row : sheet.rows()) {
      Parameter parameter = (Parameter) row.values().get(1);
      Object raw = row.values().get(2);
      Object value = raw == null ? null : type(parameter.kind()).parse(raw);
      if (raw != null && value == null) {
        findings
            .add(WrongCell.of(sheet.workbook(), sheet.name(), "C" + row.number(), raw, type(parameter.kind()),
                Column.NONE));
      }
      Source source = Source.row((String) row.values().get(0), sheet.workbook(), sheet.name(), row.number());
      if (stated.put(parameter, new Parameters.Stated(value, source)) != null) {
        findings.add(new Finding(sheet.workbook(), sheet.name(), "B" + row.number(),
            Message.of("table.the-parameter-stands-twice", parameter.label())));
      }
    }
    for (Parameter parameter : Parameter.values()) {
      if (parameter.isRequired() && !stated.containsKey(parameter)) {
        findings.add(new Finding(sheet.workbook(), sheet.name(), null,
            Message.of("table.the-parameter-is-missing-write-where", parameter.label())));
      }
    }
    return stated;
  }

  /** What the value of a kind of parameter is. */
  public static CellType type(Parameter.Kind kind) {
    return switch (kind) {
      case YES_NO -> CellTypes.YES_NO;
      case RATE -> CellTypes.RATE;
      case COUNT -> CellTypes.COUNT;
      case YUAN -> CellTypes.YUAN;
      case DATE -> CellTypes.DATE;
      case TEXT -> CellTypes.FREE_TEXT;
      case IDENTITIES -> CellType.someOf(IdentityType.class, IdentityType::label);
      case CONDITIONS -> CellType.someOf(Condition.class, Condition::label);
      case ACCUMULATOR -> PolicyTypes.ACCUMULATOR;
    };
  }
}
