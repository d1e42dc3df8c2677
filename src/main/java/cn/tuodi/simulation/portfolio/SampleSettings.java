package cn.tuodi.simulation.portfolio;

import cn.tuodi.edition.source.EditionDescription;
import java.time.LocalDate;

/**
 * What a generated sample is drawn for.
 *
 * @param claims how many claims, at least 1
 * @param seed the same seed with the same settings gives the same claims
 * @param region code of the pooling area of every claim
 * @param from first service date
 * @param to last service date, in the same calendar year
 */
public record SampleSettings(long claims, long seed, String region, LocalDate from, LocalDate to) {

  private static final String PROVINCE = "0000";
  private static final String CAPITAL = "0100";

  /** Settings for the place of an edition and the days of its first calendar year on which it is in force. */
  public static SampleSettings of(EditionDescription edition, long claims, long seed) {
    LocalDate from = edition.from();
    LocalDate yearEnd = LocalDate.of(from.getYear(), 12, 31);
    LocalDate to = edition.to() == null || edition.to().isAfter(yearEnd) ? yearEnd : edition.to();
    String area = edition.areaCode();
    String region = area.endsWith(PROVINCE) ? area.substring(0, 2) + CAPITAL : area;
    return new SampleSettings(claims, seed, region, from, to);
  }

  /** The same claims in another pooling area. */
  public SampleSettings in(String area) {
    return new SampleSettings(claims, seed, area, from, to);
  }
}
