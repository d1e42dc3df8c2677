package cn.tuodi.account.json;

import cn.tuodi.account.YearPart;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the next part of a year begins, as callers are told and send it back. */
public final class YearPlace {

  private static final Pattern FORM = Pattern.compile("(\\d{2})-(\\d{1,18})");

  private YearPlace() {}

  /** A place as callers are told. */
  public static String of(YearPart.Place place) {
    return place.province() + "-" + place.entryId();
  }

  /** The place that was told; empty where it is none. */
  public static Optional<YearPart.Place> read(String text) {
    Matcher place = FORM.matcher(text);
    return place.matches() ? Optional.of(new YearPart.Place(place.group(1), Long.parseLong(place.group(2))))
        : Optional.empty();
  }
}
