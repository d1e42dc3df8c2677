package cn.tuodi.edition.source;

import cn.tuodi.answer.Source;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Condition;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.money.Amount;
import cn.tuodi.money.Money;
import cn.tuodi.money.Multiple;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.CriticalIllnessScope;
import cn.tuodi.policy.FurtherSteps;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.IdentityTerms;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Provision;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of an edition, as the archive keeps it: JSON with amounts and rates as exact texts. */
public final class StoredDescription {

  private StoredDescription() {}

  /** Rows of pooling areas are told apart by the names of their types. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface NamedByType {}

  /** Made by the thread that loads, not by the one that starts the server. */
  private static final class Mapper {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(figures())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
        .addMixIn(LocalStandard.class, NamedByType.class).registerSubtypes(LocalStandard.class.getPermittedSubclasses())
        .build();
  }

  /** Amounts and rates as exact texts. */
  private static SimpleModule figures() {
    return new SimpleModule()
        .addSerializer(Money.class, new StdDelegatingSerializer(Money.class, new StdConverter<Money, String>() {
          @Override
          public String convert(Money amount) {
            return amount.toString();
          }
        }))
        .addDeserializer(Money.class, new StdDelegatingDeserializer<>(new StdConverter<String, Money>() {
          @Override
          public Money convert(String text) {
            return Money.exactly(new BigDecimal(text));
          }
        }))
        .addSerializer(Multiple.class, ToStringSerializer.instance)
        .addDeserializer(Amount.class, new StdDelegatingDeserializer<>(new StdConverter<String, Amount>() {
          @Override
          public Amount convert(String text) {
            return Amount.parsed(text);
          }
        }))
        .addSerializer(Rate.class, new StdDelegatingSerializer(Rate.class, new StdConverter<Rate, String>() {
          @Override
          public String convert(Rate rate) {
            return rate.share().toPlainString();
          }
        }))
        .addDeserializer(Rate.class, new StdDelegatingDeserializer<>(new StdConverter<String, Rate>() {
          @Override
          public Rate convert(String text) {
            return Rate.of(new BigDecimal(text));
          }
        }));
  }

  private record Stored(EditionId id, String areaCode, LocalDate from, LocalDate to, String name, String nameEn,
      String contentHash, List<Instrument> instruments, List<Provision> provisions,
      List<EditionDescription.Table> tables, List<EditionDescription.RuleEntry> rules, List<StoredParameter> parameters,
      List<CriticalIllnessScope.Entry> scope, IdentityTerms terms, IdentityDefinitions identities,
      Set<CareType> addingUp, FurtherSteps steps, List<LocalStandard.BaseFigure> bases, Set<String> multiplied,
      Integer premiumsFrom,
      LocalStandards local, List<StoredArea> areas) {}

  private record StoredArea(String areaCode, String contentHash, List<EditionDescription.Table> tables,
      LocalStandards local) {}

  private record StoredParameter(Parameter parameter, String value, Source source) {}

  /** A description as the archive keeps it. */
  public static byte[] written(EditionDescription edition) throws IOException {
    return Mapper.JSON.writeValueAsBytes(stored(edition));
  }

  /** A description that the archive keeps. */
  public static EditionDescription read(byte[] written) throws IOException {
    return description(Mapper.JSON.readValue(written, Stored.class));
  }

  private static Stored stored(EditionDescription edition) {
    List<StoredParameter> parameters = Arrays.stream(Parameter.values())
        .map(parameter -> new StoredParameter(parameter, text(edition.parameters().value(parameter)),
            edition.parameters().source(parameter)))
        .toList();
    return new Stored(edition.id(), edition.areaCode(), edition.from(), edition.to(), edition.name(), edition.nameEn(),
        edition.contentHash(), edition.instruments(), List.copyOf(edition.provisions().values()), edition.tables(),
        edition.rules(), parameters, edition.scope().entries(), edition.terms(), edition.identities(),
        edition.addingUp(), edition.steps(), edition.bases(), edition.multiplied(),
        edition.premiumsFrom(),
        edition.local(),
        edition.areas().stream()
            .map(area -> new StoredArea(area.areaCode(), area.contentHash(), area.tables(), area.local())).toList());
  }

  private static EditionDescription description(Stored stored) {
    Map<String, Provision> provisions = new LinkedHashMap<>();
    stored.provisions().forEach(provision -> provisions.put(provision.id(), provision));
    Map<Parameter, Parameters.Stated> parameters = new EnumMap<>(Parameter.class);
    stored.parameters().forEach(parameter -> parameters.put(parameter.parameter(),
        new Parameters.Stated(value(parameter.parameter(), parameter.value()), parameter.source())));
    EditionDescription edition =
        new EditionDescription(stored.id(), stored.areaCode(), stored.from(), stored.to(), stored.name(),
            stored.nameEn(), stored.contentHash(), stored.instruments(), provisions, stored.tables(), stored.rules(),
            new Parameters(parameters), new CriticalIllnessScope(stored.scope()), stored.terms(),
            stored.identities(), stored.addingUp(), stored.steps(), stored.bases(), stored.multiplied(),
            stored.premiumsFrom(),
            stored.local(),
            List.of());
    return edition.withAreas(stored.areas().stream()
        .map(area -> edition.ofArea(area.areaCode(), area.contentHash(), area.tables(), area.local())).toList());
  }

  private static String text(Object value) {
    if (value instanceof Rate rate) {
      return rate.share().toPlainString();
    }
    if (value instanceof Accumulator adding) {
      return text(adding.kinds());
    }
    if (value instanceof Collection<?> members) {
      return members.stream().map(member -> ((Enum<?>) member).name()).collect(Collectors.joining(","));
    }
    return value == null ? null : value.toString();
  }

  private static Object value(Parameter parameter, String text) {
    if (text == null) {
      return null;
    }
    return switch (parameter.kind()) {
      case YES_NO -> Boolean.valueOf(text);
      case RATE -> Rate.of(new BigDecimal(text));
      case COUNT -> Integer.valueOf(text);
      case YUAN -> Amount.parsed(text);
      case DATE -> LocalDate.parse(text);
      case TEXT -> text;
      case IDENTITIES -> members(IdentityType.class, text);
      case CONDITIONS -> members(Condition.class, text);
      case ACCUMULATOR -> new Accumulator(members(CareType.class, text));
    };
  }

  private static <E extends Enum<E>> Set<E> members(Class<E> type, String text) {
    Set<E> members = EnumSet.noneOf(type);
    for (String name : text.split(",")) {
      members.add(Enum.valueOf(type, name));
    }
    return members;
  }
}
