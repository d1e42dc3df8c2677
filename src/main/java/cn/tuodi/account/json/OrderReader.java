package cn.tuodi.account.json;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.IdentityFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.claim.field.YearFields;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.FieldTypes;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.ObjectType.Builder;
import cn.tuodi.json.ObjectType.Field;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import java.util.List;
import java.util.Map;

/**
 * Reads what is to be booked besides claims. Every method throws {@link InvalidRequest} with every malformed field.
 */
public final class OrderReader {

  private static final int MAX_REASON = 500;
  private static final int MAX_ADDED = 20;
  private static final int MAX_VERSION = 999_999_999;
  private static final String WHY = "原因 / why";
  private static final String SEEN = "所查看的账户版次（accountVersion），账户已有其他记账则拒绝 / accountVersion that you saw: "
      + "refused where something was booked since";
  private static final String DRY = "true 则只列出将有的变化而不记账 / true tells what would change and books nothing";

  private static final Builder REVERSAL_FIELDS = new Builder("ReversalOrder");
  private static final Field<String> REVERSAL_REASON =
      REVERSAL_FIELDS.required("reason", WireType.visibleText(MAX_REASON), WHY);
  private static final Field<Boolean> REVERSAL_DRY =
      REVERSAL_FIELDS.optional("dryRun", WireType.BOOLEAN, false, DRY);
  private static final Field<Integer> REVERSAL_SEEN =
      REVERSAL_FIELDS.optional("accountVersion", WireType.integer(0, MAX_VERSION), null, SEEN);
  private static final WireType<ReversalOrder> REVERSAL =
      REVERSAL_FIELDS.build(v -> new ReversalOrder(v.get(REVERSAL_REASON), v.get(REVERSAL_DRY), v.get(REVERSAL_SEEN)));

  private static final Builder REPLACEMENT_FIELDS = new Builder("ReplacementOrder");
  private static final Field<Claim> REPLACEMENT_CLAIM = REPLACEMENT_FIELDS.required("claim", ClaimReader.type(),
      "更正后的单据，编号不变 / the bill as it should have been, by the same id");
  private static final Field<Integer> REPLACEMENT_VERSION = REPLACEMENT_FIELDS.required("version",
      WireType.integer(1, MAX_VERSION), "所更正的版次 / the version that is replaced");
  private static final Field<String> REPLACEMENT_REASON =
      REPLACEMENT_FIELDS.required("reason", WireType.visibleText(MAX_REASON), WHY);
  private static final Field<Boolean> REPLACEMENT_DRY =
      REPLACEMENT_FIELDS.optional("dryRun", WireType.BOOLEAN, false, DRY);
  private static final Field<Integer> REPLACEMENT_SEEN =
      REPLACEMENT_FIELDS.optional("accountVersion", WireType.integer(0, MAX_VERSION), null, SEEN);
  private static final WireType<ReplacementOrder> REPLACEMENT =
      REPLACEMENT_FIELDS.build(v -> new ReplacementOrder(v.get(REPLACEMENT_CLAIM), v.get(REPLACEMENT_VERSION),
          v.get(REPLACEMENT_REASON), v.get(REPLACEMENT_DRY), v.get(REPLACEMENT_SEEN)));

  private static final Builder RESETTLEMENT_FIELDS = new Builder("ResettlementOrder");
  private static final Field<String> RESETTLEMENT_REGION = RESETTLEMENT_FIELDS.optional("region", WireType.AREA_CODE,
      "该省任一地区代码，在多个省有账户时必填 / an area of the province, required where there are accounts in several");
  private static final Field<Person> RESETTLEMENT_PERSON = RESETTLEMENT_FIELDS.optional("person", ClaimReader.person(),
      "现行的人员信息，不填则按各单据 / the facts of the person that hold now, else those of each bill");
  private static final Field<List<Identity>> RESETTLEMENT_ADDED = RESETTLEMENT_FIELDS.optional("addedIdentities",
      WireType.listOf(FieldTypes.of(IdentityFields.SET), 1, MAX_ADDED), List.of(),
      "补认定的身份，加入各单据填写的身份，单据已有的不重复加入，不能与 person 同时填写 / identities that come to those of each bill, "
          + "which are not added where it has them; not together with person");
  private static final Field<String> RESETTLEMENT_REASON =
      RESETTLEMENT_FIELDS.required("reason", WireType.visibleText(MAX_REASON), WHY);
  private static final Field<Boolean> RESETTLEMENT_DRY =
      RESETTLEMENT_FIELDS.optional("dryRun", WireType.BOOLEAN, false, DRY);
  private static final Field<Integer> RESETTLEMENT_SEEN =
      RESETTLEMENT_FIELDS.optional("accountVersion", WireType.integer(0, MAX_VERSION), null, SEEN);
  private static final WireType<ResettlementOrder> RESETTLEMENT =
      RESETTLEMENT_FIELDS.build(v -> new ResettlementOrder(v.get(RESETTLEMENT_REGION), v.get(RESETTLEMENT_PERSON),
          v.get(RESETTLEMENT_ADDED), v.get(RESETTLEMENT_REASON), v.get(RESETTLEMENT_DRY), v.get(RESETTLEMENT_SEEN)),
          (v, in) -> {
            if (v.has(RESETTLEMENT_PERSON) && v.has(RESETTLEMENT_ADDED)) {
              in.violationAt(in.pointer() + "/addedIdentities", Message.of("account.state-person-or-added-identities"));
            }
          });

  private static final Builder OPENING_FIELDS = new Builder("OpeningOrder");
  private static final Field<YearToDate> OPENING_YEAR = OPENING_FIELDS.required("yearToDate",
      FieldTypes.of(YearFields.SET), "原系统的年度累计，region 必填 / what has accumulated elsewhere, with its region");
  private static final Field<String> OPENING_REASON =
      OPENING_FIELDS.required("reason", WireType.visibleText(MAX_REASON), WHY);
  private static final WireType<OpeningOrder> OPENING = OPENING_FIELDS.build(
      v -> new OpeningOrder(v.get(OPENING_YEAR), v.get(OPENING_REASON)), (v, in) -> {
        if (v.get(OPENING_YEAR).region() == null) {
          in.violationAt(in.pointer() + "/yearToDate/region", Message.of("account.state-the-area"));
        }
      });

  private static final WireType<String> PERSON_ID = FieldTypes.of(PersonFields.PERSON_ID.type());

  private OrderReader() {}

  /** Reads a reversal. */
  public static ReversalOrder reversal(byte[] bytes, Language language) {
    return read(bytes, REVERSAL, language);
  }

  /** Reads a replacement. */
  public static ReplacementOrder replacement(byte[] bytes, Language language) {
    return read(bytes, REPLACEMENT, language);
  }

  /** Reads a resettlement. */
  public static ResettlementOrder resettlement(byte[] bytes, Language language) {
    return read(bytes, RESETTLEMENT, language);
  }

  /** Reads an opening. */
  public static OpeningOrder opening(byte[] bytes, Language language) {
    return read(bytes, OPENING, language);
  }

  /** Requires an id of a person that claims can state, where it stands in an address. */
  public static void requirePersonId(String id, Language language) {
    try {
      read(Json.bytes(id), PERSON_ID, language);
    } catch (InvalidRequest e) {
      throw InvalidRequest.parameter("personId", e.violations().get(0).message());
    }
  }

  private static <T> T read(byte[] bytes, WireType<T> type, Language language) {
    return JsonIn.read(bytes, 0, bytes.length, type, language);
  }

  /** JSON schemas of all of them. */
  public static List<Map<String, Object>> schemas() {
    return List.of(REVERSAL.schema(), REPLACEMENT.schema(), RESETTLEMENT.schema(), OPENING.schema());
  }
}
