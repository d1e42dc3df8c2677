package cn.tuodi.table.cell;

import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.language.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds of care add up: by a name that stands for some, or the kinds themselves, separated by 、. */
final class AccumulatorType extends CellType {

  private static final Map<String, Accumulator> NAMED = named();
  private static final Map<Accumulator, String> CONSTANTS = Map.of(Accumulator.INPATIENT_AND_MAJOR,
      "INPATIENT_AND_MAJOR", Accumulator.CHRONIC, "CHRONIC", Accumulator.ALL, "ALL");
  private static final CellType KINDS =
      CellType.someOf(CareType.class, care -> care == care.countedAs() ? care.label() : null);

  AccumulatorType() {
    super(Message.of("table.kinds-of-care-that-add-up",
        Message.given(String.join("、", NAMED.keySet()), String.join(", ", NAMED.keySet()))));
  }

  private static Map<String, Accumulator> named() {
    Map<String, Accumulator> named = new LinkedHashMap<>();
    named.put("住院与重特大门诊合并", Accumulator.INPATIENT_AND_MAJOR);
    named.put("门诊慢特病单独", Accumulator.CHRONIC);
    named.put("全部合并", Accumulator.ALL);
    return named;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object parse(Object raw) {
    if (raw instanceof String text && NAMED.containsKey(text)) {
      return NAMED.get(text);
    }
    Object kinds = KINDS.parse(raw);
    return kinds == null ? null : new Accumulator((Set<CareType>) kinds);
  }

  @Override
  public String literal(Object value) {
    return "new Accumulator( " + KINDS.literal(((Accumulator) value).kinds()) + " )";
  }

  @Override
  public String canonical(Object value) {
    return CONSTANTS.getOrDefault(value, value.toString());
  }

  @Override
  public String shown(Object value) {
    return NAMED.entrySet().stream().filter(named -> named.getValue().equals(value)).map(Map.Entry::getKey).findFirst()
        .orElseGet(() -> ((Accumulator) value).kinds().stream().map(CareType::label).collect(Collectors.joining("、")));
  }

  @Override
  public Set<String> choices() {
    return NAMED.keySet();
  }
}
