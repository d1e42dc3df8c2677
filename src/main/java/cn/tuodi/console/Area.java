package cn.tuodi.console;

import cn.tuodi.language.Language;

/**
 * An area of China: a province, a prefecture or a county.
 *
 * @param code its code in GB/T 2260
 * @param zh its name
 * @param en its name in English, or the Chinese one where none is needed
 */
public record Area(String code, String zh, String en) {

  private static final String WHOLE_PROVINCE = "0000";
  private static final String WHOLE_PREFECTURE = "00";

  /** The name in a language. */
  String name(Language language) {
    return language.of(zh, en);
  }

  boolean isProvince() {
    return code.endsWith(WHOLE_PROVINCE);
  }

  boolean isCounty() {
    return !code.endsWith(WHOLE_PREFECTURE);
  }

  /** Code of the province that it lies in, or is. */
  String province() {
    return code.substring(0, 2) + WHOLE_PROVINCE;
  }

  /** Code of the prefecture that it lies in, or is. */
  String prefecture() {
    return code.substring(0, 4) + WHOLE_PREFECTURE;
  }

  /** Whether another area is this one or lies in it. */
  boolean includes(String other) {
    return isProvince() && other.startsWith(code.substring(0, 2))
        || !isCounty() && other.startsWith(code.substring(0, 4)) || other.equals(code);
  }
}
