package cn.tuodi.money;

import java.math.BigDecimal;

/** An amount as a policy states it: in yuan, or as so many times a figure of the place. */
public sealed interface Amount permits Money, Multiple {

  /** The amount that a text stands for, as {@link Object#toString()} of either writes it. */
  static Amount parsed(String text) {
    Multiple multiple = Multiple.parsed(text);
    return multiple != null ? multiple : Money.exactly(new BigDecimal(text));
  }
}
