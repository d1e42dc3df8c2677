package cn.tuodi.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts problems by their code. There are as many codes as the program knows, whatever is asked. */
public final class ProblemMeters {

  private static final Map<String, Counter> BY_CODE = new ConcurrentHashMap<>();

  private ProblemMeters() {}

  /** Counts a problem that is told to a caller. */
  public static void count(String code) {
    Counter known = BY_CODE.get(code);
    (known != null ? known : BY_CODE.computeIfAbsent(code, ProblemMeters::counter)).increment();
  }

  private static Counter counter(String code) {
    return Counter.builder("tuodi.problems").description("Problems told to callers by code").tag("code", code)
        .register(Metrics.globalRegistry);
  }
}
