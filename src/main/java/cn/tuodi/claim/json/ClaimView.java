package cn.tuodi.claim.json;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.ValueType;
import cn.tuodi.money.Rate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A claim as the wire contract writes it, so that it can be sent again; what is not stated is left out. */
public final class ClaimView {

  private static final int RATE_DIGITS = 4;

  private ClaimView() {}

  /** A claim, by the names of its fields. */
  public static Map<String, Object> of(Claim claim) {
    return object(ClaimFields.SET, claim);
  }

  private static <T> Map<String, Object> object(FieldSet<T> fields, T facts) {
    Map<String, Object> view = new LinkedHashMap<>();
    for (ClaimField<T, ?> field : fields.fields()) {
      Object value = field.of(facts);
      if (value != null) {
        view.put(field.name(), view(field.type(), value));
      }
    }
    return view;
  }

  @SuppressWarnings("unchecked")
  private static Object view(ValueType<?> type, Object value) {
    return switch (type.kind()) {
      case OBJECT -> object((FieldSet<Object>) type.fields(), value);
      case LIST, SET -> ((List<?>) value).stream().map(item -> view(type.element(), item)).toList();
      case CHOICE -> ((Enum<?>) value).name();
      case RATE -> ((Rate) value).share().setScale(RATE_DIGITS);
      case AMOUNT, SUM, DATE, YES_NO, COUNT, TEXT, CLAIM_ID, PERSON_ID, AREA -> value;
    };
  }
}
