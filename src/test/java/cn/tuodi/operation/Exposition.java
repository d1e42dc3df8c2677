package cn.tuodi.operation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as Prometheus reads them. */
public final class Exposition {

  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (\\S+)$");
  private final String text;

  private Exposition(String text) {
    this.text = text;
  }

  /** What a service shows now. */
  public static Exposition of(RunningService service) {
    return new Exposition(service.get("/q/metrics").body());
  }

  /** The names of all samples. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    Matcher samples = SAMPLE.matcher(text);
    while (samples.find()) {
      names.add(samples.group(1));
    }
    return names;
  }

  /** Names and labels of all samples. */
  Set<String> series() {
    Set<String> series = new TreeSet<>();
    Matcher samples = SAMPLE.matcher(text);
    while (samples.find()) {
      series.add(samples.group(1) + "{" + samples.group(2) + "}");
    }
    return series;
  }

  /** The sum of the samples of a name that carry the labels; zero where there are none. */
  public BigDecimal sum(String name, Map<String, String> labels) {
    return values(name, labels).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How many samples have a name and labels. */
  long count(String name, Map<String, String> labels) {
    return values(name, labels).size();
  }

  /** Whether a sample of a name has a label, whatever its value. */
  boolean hasLabel(String name, String label) {
    return SAMPLE.matcher(text).results().anyMatch(
        sample -> sample.group(1).equals(name) && sample.group(2) != null && sample.group(2).contains(label + "=\""));
  }

  private List<BigDecimal> values(String name, Map<String, String> labels) {
    List<BigDecimal> values = new ArrayList<>();
    Matcher samples = SAMPLE.matcher(text);
    while (samples.find()) {
      String stated = samples.group(2) == null ? "" : samples.group(2);
      boolean matches = labels.entrySet().stream()
          .allMatch(label -> stated.contains(label.getKey() + "=\"" + label.getValue() + "\""));
      if (samples.group(1).equals(name) && matches) {
        values.add(new BigDecimal(samples.group(3)));
      }
    }
    return values;
  }

  @Override
  public String toString() {
    return text;
  }
}
