package cn.tuodi.json;

import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Amount of yuan, not negative, at most two decimals, up to a largest one. */
final class AmountType extends WireType<Money> {

  private static final int PLAIN_YUAN = 9;
  private static final int MAX_PLAIN = PLAIN_YUAN + 3;

  private final BigDecimal largest;

  /** Amounts up to the largest one given; the plain ones of nine digits lie below it. */
  AmountType(Money largest) {
    this.largest = largest.inYuan();
  }

  @Override
  public Money read(JsonIn in) throws IOException {
    long fen = plainFen(in);
    if (fen >= 0) {
      return Money.fen(fen);
    }
    BigDecimal number = number(in, Message.of("json.an-amount-a-number"));
    if (number == null) {
      return null;
    }
    if (number.signum() < 0) {
      in.violation(Message.of("json.the-amount-is-negative"));
    } else if (number.compareTo(largest) > 0) {
      in.violation(Message.of("json.the-amount-is-more-than", largest));
    } else if (number.scale() > 2 && number.stripTrailingZeros().scale() > 2) {
      in.violation(Message.of("json.the-amount-has-more-than-two"));
    } else {
      return Money.exactly(number);
    }
    return null;
  }

  /** The fen of an amount as it is mostly written: up to nine digits, perhaps two decimals; -1 of any other. */
  private long plainFen(JsonIn in) throws IOException {
    if (in.token() != JsonToken.VALUE_NUMBER_INT && in.token() != JsonToken.VALUE_NUMBER_FLOAT) {
      return -1;
    }
    char[] text = in.parser().getTextCharacters();
    int from = in.parser().getTextOffset();
    int end = from + in.parser().getTextLength();
    long digits = 0;
    int point = end;
    for (int i = from; i < end; i++) {
      if (text[i] == '.' && point == end) {
        point = i;
      } else if (text[i] >= '0' && text[i] <= '9' && i - from < MAX_PLAIN) {
        digits = digits * 10 + text[i] - '0';
      } else {
        return -1;
      }
    }
    int yuanDigits = point - from;
    return yuanDigits > PLAIN_YUAN ? -1 : switch (end - point) {
      case 0 -> digits * 100;
      case 2 -> digits * 10;
      case 3 -> digits;
      default -> -1;
    };
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "number");
    schema.put("minimum", 0);
    schema.put("maximum", largest);
    return schema;
  }
}
