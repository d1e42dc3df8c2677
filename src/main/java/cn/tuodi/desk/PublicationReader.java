package cn.tuodi.desk;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.ObjectType.Builder;
import cn.tuodi.json.ObjectType.Field;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Reads what a person wants to publish or to undo. */
public final class PublicationReader {

  private static final int MAX_ID = 40;
  private static final int MAX_REASON = 500;
  private static final int MAX_PUBLICATIONS = 999_999_999;

  private static final WireType<Instant> MOMENT = new WireType<>() {
    @Override
    public Instant read(JsonIn in) throws IOException {
      if (in.token() == JsonToken.VALUE_STRING) {
        try {
          return OffsetDateTime.parse(in.parser().getText()).toInstant();
        } catch (DateTimeException e) {
          // Said below.
        }
      }
      return in.mistyped(Message.of("desk.a-time-with-its-zone-such"));
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "format", "date-time");
    }
  };

  private static final WireType<EditionId> EDITION = new WireType<>() {
    @Override
    public EditionId read(JsonIn in) throws IOException {
      Optional<EditionId> edition =
          in.token() == JsonToken.VALUE_STRING ? TableName.edition(in.parser().getText()) : Optional.empty();
      return edition.isPresent() ? edition.get() : in.mistyped(Message.of("desk.an-edition-such-as-guangxi-2022"));
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "pattern", "^[a-z][a-z0-9-]*/[12][0-9]{3}$");
    }
  };

  private static final Builder DRAFT = new Builder("PublicationOrder");
  private static final Field<String> ID = DRAFT.required("draft", WireType.text(MAX_ID), "草稿 / id of the draft");
  private static final Field<String> REASON =
      DRAFT.required("reason", WireType.visibleText(MAX_REASON), "发布理由，例如文号 / why, such as the document number");
  private static final Field<Instant> FROM =
      DRAFT.optional("effectiveFrom", MOMENT, "启用时间；不填则立即启用 / from when; at once where it is left out");
  private static final Field<Instant> SEEN = DRAFT.optional("seen", MOMENT,
      "所见草稿的 changedAt；其后草稿若又有修改则拒绝 / changedAt of the draft as you know it; refused where it changed since");
  private static final Field<String> PAST_REASON = DRAFT.optional("pastReason", WireType.visibleText(MAX_REASON),
      "更改已过日期的理由；发布会改变已过的就医日期时必填 / why days of service that are past are to change; needed where it changes any");
  private static final WireType<PublicationOrder> PUBLICATION = DRAFT.build(
      v -> new PublicationOrder(v.get(ID), v.get(SEEN), null, null, null, v.get(REASON), v.get(FROM),
          v.get(PAST_REASON)));

  private static final Builder AGAIN = new Builder("UndoOrder");
  private static final Field<EditionId> OF = AGAIN.required("edition", EDITION, "版本 / the edition");
  private static final Field<Integer> VERSION = AGAIN.required("version", WireType.integer(0, MAX_PUBLICATIONS),
      "恢复到第几次发布，0 为程序和目录中的内容 / number of the publication to go back to, 0 for what application and directory hold");
  private static final Field<Integer> AFTER = AGAIN.optional("after", WireType.integer(0, MAX_PUBLICATIONS),
      "所见的最后一次发布；其后若有新的发布则拒绝 / the last publication as you know it; refused where there is a later one");
  private static final Field<String> WHY = AGAIN.required("reason", WireType.visibleText(MAX_REASON), "发布依据 / why");
  private static final WireType<PublicationOrder> UNDOING = AGAIN.build(
      v -> new PublicationOrder(null, null, v.get(OF), v.get(VERSION), v.get(AFTER), v.get(WHY), null, null));

  private PublicationReader() {}

  /**
   * Reads which draft is to be published.
   *
   * @throws InvalidRequest with every malformed field
   */
  public static PublicationOrder publication(byte[] bytes, Language language) {
    return JsonIn.read(bytes, 0, bytes.length, PUBLICATION, language);
  }

  /**
   * Reads which version is to be published again.
   *
   * @throws InvalidRequest with every malformed field
   */
  public static PublicationOrder undoing(byte[] bytes, Language language) {
    return JsonIn.read(bytes, 0, bytes.length, UNDOING, language);
  }

  /** JSON schema of a publication. */
  public static Map<String, Object> publicationSchema() {
    return PUBLICATION.schema();
  }

  /** JSON schema of an undoing. */
  public static Map<String, Object> undoingSchema() {
    return UNDOING.schema();
  }
}
