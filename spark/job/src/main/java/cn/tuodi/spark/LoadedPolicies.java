package cn.tuodi.spark;

import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionCompiler;
import cn.tuodi.edition.source.StoredDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Editions that this process has made ready to decide, each once, by the hash of their content. */
final class LoadedPolicies {

  private static final Map<String, Edition> KNOWN = new ConcurrentHashMap<>();

  private LoadedPolicies() {}

  /** The edition of a policy. */
  static Edition edition(PolicyContent policy) {
    return KNOWN.computeIfAbsent(policy.name() + " " + policy.contentHash(), key -> load(policy));
  }

  private static Edition load(PolicyContent policy) {
    try {
      return EditionCompiler.load(StoredDescription.read(policy.description()), policy.kjar());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
