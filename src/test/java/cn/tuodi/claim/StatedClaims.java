package cn.tuodi.claim;

import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.DisabilityFields;
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.claim.field.PlanFields;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.ValueType;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims that state every field there is, made of the declarations, so that a field declared later is stated as well. */
public final class StatedClaims {

  private static final LocalDate DAY = LocalDate.of(2022, 5, 18);

  private StatedClaims() {}

  /** A claim that states everything that can be stated together, each fact other than what it is by default. */
  public static Claim whole() {
    Claim claim = sample(ClaimFields.SET);
    return ClaimFields.SET.like(claim)
        .with(ClaimFields.PLAN, PlanFields.SET.like(claim.plan()).with(PlanFields.DISPOSABLE_INCOME_PER_HEAD, null)
            .with(PlanFields.TIERS, List.of(PlanFields.TIER.like(claim.plan().tiers().get(0))
                .with(PlanFields.ABOVE, Money.ZERO).facts(), claim.plan().tiers().get(0)))
            .facts())
        .with(ClaimFields.PERSON, PersonFields.SET.like(claim.person())
            .with(PersonFields.DISABILITY, DisabilityFields.SET.like(claim.person().disability())
                .with(DisabilityFields.KIND, DisabilityKind.MULTIPLE).facts())
            .with(PersonFields.IDENTITIES, List.of(IdentityFields.SET.like(claim.person().identities().get(0))
                .with(IdentityFields.TYPE, IdentityType.COUNTY_DESIGNATED).facts()))
            .facts())
        .facts();
  }

  /** The same with a plan that rests on income. */
  public static Claim onIncome() {
    Claim whole = whole();
    return ClaimFields.SET.like(whole).with(ClaimFields.PLAN, PlanFields.SET.like(whole.plan())
        .with(PlanFields.DEDUCTIBLE, null).with(PlanFields.DISPOSABLE_INCOME_PER_HEAD, Money.fen(26_727_00)).facts())
        .facts();
  }

  /** Pointers of all fields that hold a value; a list counts its first entry. */
  public static List<String> pointers() {
    return pointers(ClaimFields.SET, "");
  }

  private static List<String> pointers(FieldSet<?> fields, String at) {
    List<String> pointers = new ArrayList<>();
    for (ClaimField<?, ?> field : fields.fields()) {
      String pointer = at + "/" + field.name();
      ValueType<?> entry = field.type().element();
      if (field.type().fields() != null) {
        pointers.addAll(pointers(field.type().fields(), pointer));
      } else if (entry != null && entry.fields() != null) {
        pointers.addAll(pointers(entry.fields(), pointer + "/0"));
      } else {
        pointers.add(pointer);
      }
    }
    return pointers;
  }

  /** For every field that holds a value, the claim with another value there and nothing else changed. */
  public static Map<String, Claim> changed(Claim claim) {
    return changed(ClaimFields.SET, claim, "");
  }

  private static <T> Map<String, T> changed(FieldSet<T> fields, T facts, String at) {
    Map<String, T> changed = new LinkedHashMap<>();
    for (ClaimField<T, ?> field : fields.fields()) {
      changed(fields, facts, field, at + "/" + field.name(), changed);
    }
    return changed;
  }

  @SuppressWarnings("unchecked")
  private static <T, V> void changed(FieldSet<T> fields, T facts, ClaimField<T, V> field, String pointer,
      Map<String, T> changed) {
    V value = field.of(facts);
    ValueType<?> entry = field.type().element();
    if (field.type().fields() != null) {
      changed((FieldSet<V>) field.type().fields(), value, pointer)
          .forEach((at, other) -> changed.put(at, fields.like(facts).with(field, other).facts()));
    } else if (entry != null && entry.fields() != null) {
      List<Object> entries = (List<Object>) value;
      changed((FieldSet<Object>) entry.fields(), entries.get(0), pointer + "/0").forEach((at, other) -> {
        List<Object> more = new ArrayList<>(entries);
        more.set(0, other);
        changed.put(at, fields.like(facts).with(field, (V) more).facts());
      });
    } else {
      V other = (V) (value == null ? sample(field.type()) : other(field.type(), value));
      changed.put(pointer, fields.like(facts).with(field, other).facts());
    }
  }

  private static <T> T sample(FieldSet<T> fields) {
    FieldSet.Statement<T> statement = fields.stating();
    for (ClaimField<T, ?> field : fields.fields()) {
      state(statement, field);
    }
    return statement.facts();
  }

  @SuppressWarnings("unchecked")
  private static <T, V> void state(FieldSet.Statement<T> statement, ClaimField<T, V> field) {
    V value = (V) sample(field.type());
    statement.with(field, value.equals(field.otherwise()) ? (V) other(field.type(), value) : value);
  }

  private static Object sample(ValueType<?> type) {
    return switch (type.kind()) {
      case AMOUNT, SUM -> Money.fen(1234_05);
      case RATE -> Rate.of(new BigDecimal("0.65"));
      case DATE -> DAY;
      case YES_NO -> true;
      case COUNT -> type.from() > 1000 ? DAY.getYear() : type.to();
      case TEXT, CLAIM_ID, PERSON_ID -> "编号-1";
      case AREA -> "450100";
      case CHOICE -> type.choices().keySet().iterator().next();
      case LIST, SET -> List.of(sample(type.element()));
      case OBJECT -> sample(type.fields());
    };
  }

  private static Object other(ValueType<?> type, Object value) {
    return switch (type.kind()) {
      case AMOUNT, SUM -> Money.fen(((Money) value).inFen() + 1);
      case RATE -> Rate.of(new BigDecimal("0.6501"));
      case DATE -> ((LocalDate) value).minusDays(1);
      case YES_NO -> !(Boolean) value;
      case COUNT -> (Integer) value - 1;
      case TEXT, CLAIM_ID, PERSON_ID -> value + "1";
      case AREA -> "450200";
      case CHOICE -> type.choices().keySet().stream().filter(choice -> !choice.equals(value)).findFirst().orElseThrow();
      case LIST, SET -> List.of(other(type.element(), ((List<?>) value).get(0)));
      case OBJECT -> throw new IllegalArgumentException("an object is changed field by field");
    };
  }
}
