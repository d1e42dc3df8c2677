package cn.tuodi.table.cell;

import cn.tuodi.language.Message;
import java.util.LinkedHashSet;
import java.util.Set;

/** Ids of provisions, separated by 、; they never become rule source. */
final class ProvisionList extends CellType {

  private static final String SEPARATOR = "、";

  ProvisionList() {
    super(Message.of("table.provision-ids-separated-by"));
  }

  @Override
  public Object parse(Object raw) {
    if (!(raw instanceof String text)) {
      return null;
    }
    Set<String> ids = new LinkedHashSet<>();
    for (String part : text.split(SEPARATOR, -1)) {
      if (CellTypes.PROVISION_ID.parse(part.strip()) == null || !ids.add(part.strip())) {
        return null;
      }
    }
    return ids;
  }

  @Override
  public String literal(Object value) {
    throw new IllegalStateException("a list of provisions is never rule source");
  }

  @Override
  public String canonical(Object value) {
    return shown(value);
  }

  @Override
  public String shown(Object value) {
    return String.join(SEPARATOR, ((Set<?>) value).stream().map(Object::toString).toList());
  }
}
