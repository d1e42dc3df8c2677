package cn.tuodi.simulation.portfolio;

import cn.tuodi.money.Money;
import java.util.SplittableRandom;

/** Draws from a seeded sequence, in whole numbers only. */
final class SeededRandom {

  private static final int TEN_THOUSAND = 10_000;

  private final SplittableRandom random;

  SeededRandom(long seed, long person) {
    this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + person * 0xBF58476D1CE4E5B9L);
  }

  /** Whether something happens that happens this often out of a hundred. */
  boolean percent(int often) {
    return random.nextInt(100) < often;
  }

  /** A whole number, both bounds included. */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** An amount between whole yuan, in fen. */
  Money yuan(int from, int to) {
    return Money.fen(random.nextLong(from * 100L, to * 100L + 1));
  }

  /** A share of an amount between two percentages, down to the fen. */
  Money share(Money amount, int fromPercent, int toPercent) {
    long share = random.nextLong(fromPercent * 100L, toPercent * 100L + 1);
    return Money.fen(Math.multiplyExact(amount.inFen(), share) / TEN_THOUSAND);
  }

  /** The index of a weight, each as often as it is heavy. */
  int index(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int drawn = random.nextInt(sum);
    int index = 0;
    while (drawn >= weights[index]) {
      drawn -= weights[index];
      index++;
    }
    return index;
  }
}
