package cn.tuodi.table;

import cn.tuodi.spreadsheet.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what is wrong with a cell that holds something else than its column, and what was probably meant. */
final class WrongCell {

  private static final Set<CellType> AMOUNTS = Set.of(CellType.YUAN, CellType.FEN);
  private static final Set<CellType> NUMBERS =
      Set.of(CellType.RATE, CellType.YUAN, CellType.FEN, CellType.COUNT, CellType.MULTIPLE, CellType.YEAR);
  private static final Set<CellType> TEXTS =
      Set.of(CellType.AREA_CODE, CellType.PROVISION_ID, CellType.PLAIN_TEXT, CellType.FREE_TEXT);
  private static final Set<String> WORDS = Set.of(Column.ANY, Column.NONE);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  /** What is so late that the next day was meant: clocks of programs are wrong by minutes, not by more. */
  private static final LocalTime LATE = LocalTime.of(23, 50);

  private WrongCell() {}

  /**
   * What is wrong with a cell.
   *
   * @param file file name
   * @param sheet sheet name
   * @param cell address
   * @param raw what it holds
   * @param type what it should hold
   * @param empty the word for no value, or null where a value is needed
   */
  static Finding of(String file, String sheet, String cell, Object raw, CellType type, String empty) {
    String shown = quoted(raw);
    String zh = "“" + shown + "”不是" + type.wanted();
    String en = "\"" + shown + "\" is not " + type.wantedEn();
    if (raw instanceof String text && !WORDS.contains(text) && NUMBERS.contains(type)) {
      String meant = number(text, type);
      String number = meant == null ? example(type) : meant;
      zh = "“" + shown + "”是文本：" + (AMOUNTS.contains(type) ? "请填数字金额，例如 " : meant == null ? "请输入数字，例如 " : "请输入数字 ")
          + number;
      en = "\"" + shown + "\" is text: enter " + (meant == null ? "a number such as " : "the number ")
          + number.replace("%", " %");
    } else if (raw instanceof String text && !WORDS.contains(text) && type == CellType.DATE) {
      LocalDate meant = Meant.date(text);
      zh = "“" + shown + "”是文本：请输入日期" + (meant == null ? "，例如 2022-03-01" : " " + meant);
      en = "\"" + shown + "\" is text: enter " + (meant == null ? "a date such as 2022-03-01" : "the date " + meant);
    } else if (raw instanceof BigDecimal number && type == CellType.DATE && Meant.day(number) != null) {
      zh = "“" + shown + "”是数字：请把单元格格式设为日期；是否应为 " + Meant.day(number) + "？";
      en = "\"" + shown + "\" is a number: choose a date format for the cell; was " + Meant.day(number) + " meant?";
    } else if (raw instanceof BigDecimal number && type == CellType.RATE && Meant.rate(number) != null) {
      zh += "；是否应为 " + Meant.rate(number) + "？";
      en += "; was " + Meant.rate(number).replace("%", " %") + " meant?";
    } else if (raw instanceof BigDecimal && TEXTS.contains(type)) {
      zh += "：单元格里是数字，请把格式设为文本后重新输入";
      en += ": the cell holds a number, choose the format Text and enter it again";
    } else if (raw instanceof LocalDate && type == CellType.DATE && empty != null) {
      zh += "；没有起止日期则写“" + empty + "”";
      en += "; where there is no such day write " + empty;
    } else if (raw instanceof String text && type == CellType.PLAIN_TEXT) {
      zh += forbidden(text, true);
      en += forbidden(text, false);
    } else if (raw instanceof String text && type == CellType.FREE_TEXT) {
      zh += length(text, CellType.MAX_FREE_TEXT, true);
      en += length(text, CellType.MAX_FREE_TEXT, false);
    } else if (raw instanceof String text && WORDS.contains(text) && empty != null) {
      zh += "，没有则写“" + empty + "”";
      en += "; where there is none write " + empty;
    }
    return new Finding(file, sheet, cell, zh + invisible(raw, true), en + invisible(raw, false));
  }

  /** The number of the type that a text stands for, or null. */
  private static String number(String text, CellType type) {
    if (type == CellType.RATE) {
      return Meant.rate(text);
    }
    BigDecimal number = Meant.number(text);
    return number == null || type.parse(number) == null ? null : number.toPlainString();
  }

  private static String example(CellType type) {
    return type == CellType.RATE ? "95%" : AMOUNTS.contains(type) ? "50000" : type == CellType.YEAR ? "2022" : "1";
  }

  /** Names the characters that a text must not have, or says that it is too long. */
  private static String forbidden(String text, boolean zh) {
    String characters = text.codePoints().filter(c -> !PlainText.allows(c)).distinct().limit(5)
        .mapToObj(WrongCell::named).collect(Collectors.joining(zh ? "、" : ", "));
    return characters.isEmpty() ? length(text, PlainText.MAX_LENGTH, zh)
        : zh ? "：不能使用的字符是 " + characters : ": the characters that are not allowed are " + characters;
  }

  private static String length(String text, int most, boolean zh) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      return zh ? "：现有 " + length + " 字" : ": it has " + length;
    }
    return text.chars().noneMatch(Character::isISOControl) ? ""
        : zh ? "：其中有换行或其他控制字符，请写成一行" : ": it has a line break or another control character, write it on one line";
  }

  private static String invisible(Object raw, boolean zh) {
    OptionalInt invisible = raw instanceof String text ? Text.invisible(text) : OptionalInt.empty();
    if (invisible.isEmpty()) {
      return "";
    }
    String code = Text.code(invisible.getAsInt());
    return zh ? "；其中有看不见的字符 " + code + "，请删除后重新输入"
        : "; it has an invisible character " + code + ": delete it and type the text again";
  }

  private static String named(int c) {
    return Text.isInvisible(c) || Character.isWhitespace(c) ? Text.code(c) : Character.toString(c) + "（" + Text.code(c)
        + "）";
  }

  /** What a date with a time of day is told. */
  static String withTime(LocalDateTime time, boolean zh) {
    String shown = TIME.format(time);
    LocalDate meant = time.toLocalTime().isBefore(LATE) ? time.toLocalDate() : time.toLocalDate().plusDays(1);
    return zh ? "“" + shown + "”是带时间的日期：请只填写日期；是否应为 " + meant + "？"
        : "\"" + shown + "\" is a date with a time of day: enter the date alone; was " + meant + " meant?";
  }

  /** What a cell holds, as people know it: numbers in full, invisible characters by their numbers. */
  static String quoted(Object raw) {
    if (raw instanceof BigDecimal number) {
      String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      return Text.shortened(plain);
    }
    if (raw instanceof Boolean flag) {
      return flag ? "TRUE" : "FALSE";
    }
    StringBuilder shown = new StringBuilder();
    Text.shortened(raw.toString()).codePoints().forEach(c -> {
      if (c == '\n') {
        shown.append('↵');
      } else if (Character.isISOControl(c) || Text.isInvisible(c)) {
        shown.append('<').append(Text.code(c)).append('>');
      } else {
        shown.appendCodePoint(c);
      }
    });
    return shown.toString();
  }
}
