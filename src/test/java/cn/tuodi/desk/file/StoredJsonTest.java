package cn.tuodi.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import cn.tuodi.desk.Gaps;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the store writes, it reads back as it was. */
class StoredJsonTest {

  /** More than there are values of any kind, constants of enumerations included. */
  private static final int ROUNDS = 60;

  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(classes = {Draft.class, Publication.class, CheckResult.class, Finding.class})
  @DisplayName("A record with anything in any of its parts, however deep, is read back as it was")
  void everything(Class<?> type) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      assertReadBack(type, value(type, round));
    }
  }

  private <T> void assertReadBack(Class<T> type, Object written) throws IOException {
    byte[] bytes = StoredJson.bytes(written);
    T read = StoredJson.read(Files.write(folder.resolve("record.json"), bytes), type, record -> true);
    assertEquals(written, read, () -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** A value of a type: another one in every round, and in some of them nothing where nothing may be. */
  private static Object value(Type type, int round) {
    if (type instanceof ParameterizedType generic) {
      Object of = value(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1], round);
      return generic.getRawType() == Map.class ? Map.of("medical-assistance.xlsx", of)
          : generic.getRawType() == Set.class ? Set.of(of) : List.of(of);
    }
    Class<?> kind = (Class<?>) type;
    if (kind.isRecord()) {
      return record(kind, round);
    }
    if (kind.isEnum()) {
      return kind.getEnumConstants()[round % kind.getEnumConstants().length];
    }
    Object known = Map
        .<Class<?>, Object>ofEntries(Map.entry(String.class, List.of("", "李明", "\"\\\n\u0000😀").get(round % 3)),
            Map.entry(Message.class, Message.given("缺少表 " + round, "no sheet " + round)),
            Map.entry(int.class, List.of(0, 1, Integer.MAX_VALUE).get(round % 3)), Map.entry(Integer.class, round),
            Map.entry(boolean.class, round % 2 == 0),
            Map.entry(Instant.class, Instant.parse("2026-11-22T08:00:00.123456789Z")),
            Map.entry(LocalDate.class, List.of(LocalDate.of(2000, 2, 29), LocalDate.of(9999, 12, 31)).get(round % 2)),
            Map.entry(Money.class,
                List.of(Money.ZERO, Money.fen(1), Money.fen(-1), Money.fen(Long.MAX_VALUE)).get(round % 4)),
            Map.entry(Rate.class, List.of(Rate.NONE, Rate.ALL, Rate.of(new BigDecimal("0.123456789"))).get(round % 3)))
        .get(kind);
    return known == null ? fail("the store holds a " + kind + ": it has to know how to write one, and so has this test")
        : known;
  }

  private static Object record(Class<?> kind, int round) {
    RecordComponent[] parts = kind.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      boolean nothing = (round + i) % 7 == 6 && !parts[i].getType().isPrimitive()
          && !(parts[i].getGenericType() instanceof ParameterizedType) && kind != EditionId.class;
      values[i] = nothing ? null : value(parts[i].getGenericType(), round + i);
    }
    try {
      var constructor = kind.getDeclaredConstructor(
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(kind + " with " + Arrays.toString(values), e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1.001", "x", "", "1E400"})
  @DisplayName("What is no amount is no record, and nothing is made of it")
  void noAmount(String amount) throws IOException {
    Path file = Files.writeString(folder.resolve("record.json"),
        "{\"file\":\"a\",\"example\":{\"costs\":{\"total\":\"" + amount + "\"}}}");
    IOException refused = assertThrows(IOException.class, () -> StoredJson.read(file, Finding.class, record -> true));
    assertTrue(refused.getMessage().contains("total"), refused::getMessage);
  }

  @Test
  @DisplayName("Every finding that a checker makes up an example for is read back: a gap and an overlap in every sheet that has them")
  void examples() throws IOException {
    int examples = 0;
    for (CheckResult found : Gaps.inEverySheet()) {
      examples += (int) found.findings().stream().filter(finding -> finding.example() != null).count();
      assertReadBack(CheckResult.class, found);
    }
    assertTrue(examples > 10, "examples: " + examples);
  }
}
