package cn.tuodi.json;

import cn.tuodi.money.Money;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes amounts as numbers of yuan with two decimals. */
public final class MoneySerializer extends StdSerializer<Money> {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 22;

  public MoneySerializer() {
    super(Money.class);
  }

  @Override
  public void serialize(Money amount, JsonGenerator out, SerializerProvider provider) throws IOException {
    write(amount, out);
  }

  /** Writes an amount. */
  public static void write(Money amount, JsonGenerator out) throws IOException {
    char[] digits = new char[LONGEST];
    long rest = Math.abs(amount.inFen());
    int at = LONGEST;
    while (rest > 0 || at > LONGEST - 4) {
      if (at == LONGEST - 2) {
        digits[--at] = '.';
      }
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    if (amount.inFen() < 0) {
      digits[--at] = '-';
    }
    out.writeNumber(digits, at, LONGEST - at);
  }
}
