package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionSources;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What the pipeline made of the last sources it was given, by their content: a draft is checked, looked at, simulated and
 * published without being read and compiled each time. Only what is sound is kept, and only as long as there is memory.
 *
 * @param <T> what is kept
 */
final class PipelineCache<T> {

  /** The one used last stands last. */
  private final Map<String, SoftReference<T>> kept = new LinkedHashMap<>();
  private final int most;

  /**
   * An empty cache.
   *
   * @param most how many results are kept
   */
  PipelineCache(int most) {
    this.most = most;
  }

  /** What was made of the same content, or what is made of it now. */
  T get(EditionSources sources, Set<String> added, Supplier<T> make) {
    String key = key(sources, added);
    T known = take(key);
    T result = known == null ? make.get() : known;
    keep(key, result);
    return result;
  }

  private synchronized T take(String key) {
    SoftReference<T> known = kept.remove(key);
    return known == null ? null : known.get();
  }

  private synchronized void keep(String key, T result) {
    kept.put(key, new SoftReference<>(result));
    if (kept.size() > most) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static String key(EditionSources sources, Set<String> added) {
    MessageDigest digest = sha256();
    text(digest, sources.name());
    new TreeMap<>(sources.rules()).forEach((file, source) -> {
      text(digest, file);
      text(digest, source);
    });
    new TreeMap<>(sources.workbooks()).forEach((file, content) -> {
      text(digest, file);
      part(digest, content);
    });
    new TreeSet<>(added).forEach(name -> text(digest, name));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void text(MessageDigest digest, String text) {
    part(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Each part with its length, so that no two contents are written alike. */
  private static void part(MessageDigest digest, byte[] content) {
    digest.update((content.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
