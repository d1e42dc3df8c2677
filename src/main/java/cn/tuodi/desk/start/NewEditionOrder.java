package cn.tuodi.desk.start;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import java.time.LocalDate;

/**
 * What is known of an edition that somebody begins.
 *
 * @param id its name
 * @param from its first day of service
 * @param areaCode GB/T 2260 code of its area, or null for that of the edition it is made from, if there is one
 * @param name its name in Chinese, or null for one made from that of the other
 * @param nameEn its name in English, or null likewise
 */
public record NewEditionOrder(EditionId id, LocalDate from, String areaCode, String name, String nameEn) {

  /** The name in Chinese: that of the same region with the other year, where it is made from another. */
  String nameLike(EditionDescription like) {
    return name != null ? name : named(like == null ? null : like.name(), like, id.region() + " " + id.year() + " 年版");
  }

  /** The name in English, likewise. */
  String nameEnLike(EditionDescription like) {
    return nameEn != null ? nameEn
        : named(like == null ? null : like.nameEn(), like, id.region() + ", edition " + id.year());
  }

  private String named(String other, EditionDescription like, String otherwise) {
    if (like == null) {
      return otherwise;
    }
    String year = Integer.toString(like.id().year());
    return id.region().equals(like.id().region()) && other.contains(year)
        ? other.replace(year, Integer.toString(id.year())) : otherwise;
  }

  /** The code of the area. */
  String areaCodeLike(EditionDescription like) {
    return areaCode == null ? like.areaCode() : areaCode;
  }
}
