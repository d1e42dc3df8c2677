package cn.tuodi.edition;

import cn.tuodi.edition.source.ContentHash;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The packages that were compiled last, by their source: a workbook of which one figure changed again, or the next year of
 * a place, is not compiled as a whole. Kept only as long as there is memory.
 */
final class CompiledPackages {

  /** Some five editions. */
  private static final int MAX_KEPT = 128;

  /** The one used last stands last. */
  private final Map<String, SoftReference<CompiledPackage>> kept =
      new LinkedHashMap<>(MAX_KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<CompiledPackage>> eldest) {
          return size() > MAX_KEPT;
        }
      };

  /** The package that was made of some source, by path. */
  synchronized Optional<CompiledPackage> find(Map<String, String> files) {
    SoftReference<CompiledPackage> known = kept.get(key(files));
    return known == null ? Optional.empty() : Optional.ofNullable(known.get());
  }

  /** A package was compiled. */
  synchronized void keep(CompiledPackage compiled) {
    kept.put(key(compiled.files()), new SoftReference<>(compiled));
  }

  /** Each part with its length, so that no two sources are written alike. */
  private static String key(Map<String, String> files) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(files).forEach((path, source) -> all.append(path.length()).append(':').append(path)
        .append(source.length()).append(':').append(source));
    return ContentHash.of(all.toString());
  }
}
