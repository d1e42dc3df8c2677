package cn.tuodi.table;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.Text;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;
import cn.tuodi.table.cell.Meant;
import cn.tuodi.table.cell.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a cell that holds something else than its column, and what was probably meant. */
final class WrongCell {

  private static final Set<CellType> AMOUNTS = Set.of(CellTypes.PLAIN_YUAN, CellTypes.YUAN, CellTypes.FEN);
  private static final Set<CellType> NUMBERS =
      Set.of(CellTypes.RATE, CellTypes.PLAIN_YUAN, CellTypes.YUAN, CellTypes.FEN, CellTypes.COUNT, CellTypes.MULTIPLE,
          CellTypes.YEAR);
  private static final Set<CellType> TEXTS =
      Set.of(CellTypes.AREA_CODE, CellTypes.PROVISION_ID, CellTypes.PLAIN_TEXT, CellTypes.FREE_TEXT);
  private static final Set<String> WORDS = Set.of(Column.ANY, Column.NONE);
  /** What people put between several values in a cell. */
  private static final Pattern SEVERAL = Pattern.compile("[、，,；;/／\\n]|和|及|或");
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
    Message wrong = wrong(raw, type, empty);
    OptionalInt invisible = raw instanceof String text ? Text.invisible(text) : OptionalInt.empty();
    return new Finding(file, sheet, cell, invisible.isEmpty() ? wrong
        : Message.of("table.cell-with-an-invisible-character", wrong, Text.code(invisible.getAsInt())));
  }

  private static Message wrong(Object raw, CellType type, String empty) {
    String shown = quoted(raw);
    Message wrong = Message.of("table.cell-is-not", shown, type.wanted());
    if (raw instanceof String text && !WORDS.contains(text) && NUMBERS.contains(type)) {
      return textForNumber(text, type);
    } else if (raw instanceof String text && !WORDS.contains(text) && type == CellTypes.DATE) {
      LocalDate meant = Meant.date(text);
      return meant == null ? Message.of("table.cell-is-text-enter-a-date", shown)
          : Message.of("table.cell-is-text-enter-the-date", shown, meant);
    } else if (raw instanceof BigDecimal number && type == CellTypes.DATE && Meant.day(number) != null) {
      return Message.of("table.cell-is-a-number-for-a-date", shown, Meant.day(number));
    } else if (raw instanceof BigDecimal number && type == CellTypes.RATE && Meant.rate(number) != null) {
      return Message.of("table.cell-is-not-was-this-meant", wrong, spacedInEnglish(Meant.rate(number)));
    } else if (raw instanceof BigDecimal && TEXTS.contains(type)) {
      return Message.of("table.cell-is-a-number-for-a-text", wrong);
    } else if (raw instanceof LocalDate && type == CellTypes.DATE && empty != null) {
      return Message.of("table.cell-without-such-a-day", wrong, empty);
    } else if (raw instanceof String text && type == CellTypes.PLAIN_TEXT) {
      return forbidden(text, wrong);
    } else if (raw instanceof String text && type == CellTypes.FREE_TEXT) {
      return length(text, CellTypes.MAX_FREE_TEXT, wrong);
    } else if (raw instanceof String text && WORDS.contains(text) && empty != null) {
      return Message.of("table.cell-without-a-value", wrong, empty);
    } else if (raw instanceof String text && choices(text, type) > 1) {
      return Message.of("table.cell-holds-several", quoted(text), choices(text, type));
    }
    return wrong;
  }

  /** How many values a text lists of which its cell can hold one; 0 where it lists anything else. */
  private static int choices(String text, CellType type) {
    List<String> parts = SEVERAL.splitAsStream(text).map(String::strip).toList();
    return !type.choices().isEmpty() && parts.stream().allMatch(part -> type.parse(part) != null) ? parts.size() : 0;
  }

  private static Message textForNumber(String text, CellType type) {
    if (AMOUNTS.contains(type) && (text.contains("倍") || text.matches(".*[%％].*[\\p{L}].*|.*[\\p{L}].*[%％].*"))) {
      return Message.of("table.not-a-multiple", quoted(text));
    }
    String meant = number(text, type);
    Message number = spacedInEnglish(meant == null ? example(type) : meant);
    return meant != null && !AMOUNTS.contains(type)
        ? Message.of("table.cell-is-text-enter-the-number", quoted(text), number)
        : meant != null ? Message.of("table.cell-is-text-enter-the-amount", quoted(text), number)
            : Message.of(AMOUNTS.contains(type) ? "table.cell-is-text-enter-an-amount"
                : "table.cell-is-text-enter-a-number", quoted(text), number);
  }

  /** English writes a blank before the sign of percent. */
  private static Message spacedInEnglish(String rate) {
    return Message.given(rate, rate.replace("%", " %"));
  }

  /** The number of the type that a text stands for, or null. */
  private static String number(String text, CellType type) {
    if (type == CellTypes.RATE) {
      return Meant.rate(text);
    }
    BigDecimal number = Meant.number(text);
    return number == null || type.parse(number) == null ? null : number.toPlainString();
  }

  private static String example(CellType type) {
    return type == CellTypes.RATE ? "95%" : AMOUNTS.contains(type) ? "50000" : type == CellTypes.YEAR ? "2022" : "1";
  }

  /** Names the characters that a text must not have, or says that it is too long. */
  private static Message forbidden(String text, Message wrong) {
    List<Message> characters = text.codePoints().filter(c -> !PlainText.allows(c)).distinct().limit(5)
        .mapToObj(WrongCell::named).toList();
    return characters.isEmpty() ? length(text, PlainText.MAX_LENGTH, wrong)
        : Message.of("table.cell-with-forbidden-characters", wrong, listed(characters));
  }

  private static Message length(String text, int most, Message wrong) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      return Message.of("table.cell-is-too-long", wrong, length);
    }
    return text.chars().noneMatch(Character::isISOControl) ? wrong
        : Message.of("table.cell-with-a-control-character", wrong);
  }

  private static Message listed(List<Message> words) {
    return Message.given(words.stream().map(word -> word.in(Language.ZH)).collect(Collectors.joining("、")),
        words.stream().map(word -> word.in(Language.EN)).collect(Collectors.joining(", ")));
  }

  private static Message named(int c) {
    String code = Text.code(c);
    return Text.isInvisible(c) || Character.isWhitespace(c) ? Message.given(code, code)
        : Message.of("language.bracketed", Character.toString(c), code);
  }

  /** What a date with a time of day is told. */
  static Message withTime(LocalDateTime time) {
    LocalDate meant = time.toLocalTime().isBefore(LATE) ? time.toLocalDate() : time.toLocalDate().plusDays(1);
    return Message.of("table.cell-is-a-date-with-a-time", TIME.format(time), meant);
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
