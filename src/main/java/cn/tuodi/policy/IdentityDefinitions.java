package cn.tuodi.policy;

import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import java.util.List;
import java.util.Objects;

/**
 * What an edition says of identities (sheet 身份): groups of its own, each with a code beside the type under which it is
 * stated, and whether only rural people hold an identity here.
 *
 * @param entries the rows
 */
public record IdentityDefinitions(List<Entry> entries) {

  /** Identities are as the common list has them. */
  public static final IdentityDefinitions NONE = new IdentityDefinitions(List.of());

  /**
   * A row.
   *
   * @param type the type under which it is stated
   * @param code its code, or null for the type itself
   * @param name Chinese name of a group with a code, or null
   * @param nameEn English name, or null
   * @param rural whether only rural people hold it
   */
  public record Entry(IdentityType type, String code, String name, String nameEn, boolean rural) {}

  /** The row of a group of the place, or of a type as such; null where there is none. */
  public Entry of(IdentityType type, String code) {
    for (Entry entry : entries) {
      if (entry.type == type && Objects.equals(entry.code, code)) {
        return entry;
      }
    }
    return null;
  }

  /** The type under which a group is stated, or null where the place has no such group. */
  public IdentityType typeOf(String code) {
    for (Entry entry : entries) {
      if (code.equals(entry.code)) {
        return entry.type;
      }
    }
    return null;
  }

  /** Whether only rural people hold an identity, by its own row, that of its type, or else the common list. */
  public boolean isRural(IdentityType type, String code) {
    if (entries.isEmpty()) {
      return type.isRural();
    }
    Entry own = of(type, code) == null ? of(type, null) : of(type, code);
    return own == null ? type.isRural() : own.rural;
  }

  /** The same of a recognition. */
  public boolean isRural(Identity identity) {
    return isRural(identity.type(), identity.code());
  }

  /** The first recognition with a code that the edition does not name, or null. */
  public Identity unknownAmong(List<Identity> identities) {
    for (Identity identity : identities) {
      if (identity.code() != null && of(identity.type(), identity.code()) == null) {
        return identity;
      }
    }
    return null;
  }
}
