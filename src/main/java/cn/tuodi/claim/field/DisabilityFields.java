package cn.tuodi.claim.field;

import cn.tuodi.claim.Disability;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is stated of a disability certificate. */
public final class DisabilityFields {

  private static final ValueType<DisabilityKind> KINDS = ValueType.oneOf(DisabilityKind.class, DisabilityKind::label);
  private static final FieldSet.Builder<Disability> FIELDS = new FieldSet.Builder<>("Disability");

  /** Grade, 1 the gravest. */
  public static final ClaimField<Disability, Integer> GRADE = FIELDS.required("grade", ValueType.count(1, 4),
      Disability::grade,
      Label.of(Message.of("claim.grade-of-disability")).help(Message.of("claim.1-the-gravest-to-4-empty"))
          .column("disabilityGrade"));

  /** Kind of disability. */
  public static final ClaimField<Disability, DisabilityKind> KIND =
      FIELDS.required("kind", KINDS, Disability::kind,
          Label.of(Message.of("claim.kind-of-disability")).column("disabilityKind"));

  /** The kinds that a multiple disability is made of. */
  public static final ClaimField<Disability, List<DisabilityKind>> COMPONENTS = FIELDS.optional("components",
      ValueType.setOf(KINDS, 0, 7), DisabilityFields::components,
      Label.of(Message.of("claim.kinds-of-a-multiple-disability")).column("disabilityComponents"));

  /** The certificate. */
  public static final FieldSet<Disability> SET = FIELDS.build(
      values -> new Disability(values.get(GRADE), values.get(KIND), components(values.get(COMPONENTS))),
      (values, objections) -> {
        if (values.has(COMPONENTS) && values.get(KIND) != DisabilityKind.MULTIPLE) {
          objections.add("/components", Message.of("claim.only-multiple-has-components"));
        }
      });

  private DisabilityFields() {}

  private static Set<DisabilityKind> components(List<DisabilityKind> kinds) {
    return kinds == null || kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
  }

  private static List<DisabilityKind> components(Disability disability) {
    return disability.components().isEmpty() ? null
        : disability.components().stream().sorted(Comparator.comparing(Enum::name)).toList();
  }
}
