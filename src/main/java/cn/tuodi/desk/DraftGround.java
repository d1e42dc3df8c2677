package cn.tuodi.desk;

import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.Version;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationTimeline;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What drafts of one edition rest on at this moment. */
final class DraftGround {

  /** How many earlier versions a draft is compared with. */
  private static final int MAX_EARLIER = 8;

  private final PolicyStore store;
  private final EditionSources sources;
  private final PublicationTimeline timeline;
  private final String digest;

  private DraftGround(PolicyStore store, EditionId edition) throws IOException {
    this.store = store;
    this.sources = Stock.of(store, edition).sources();
    this.timeline = store.publications().of(edition);
    this.digest = Digest.ofFiles(sources.workbooks());
  }

  /** What drafts of an edition rest on. */
  static DraftGround of(PolicyStore store, EditionId edition) throws IOException {
    return new DraftGround(store, edition);
  }

  /** The same; empty where nobody knows. */
  static Optional<DraftGround> find(PolicyStore store, EditionId edition) throws IOException {
    try {
      return Optional.of(of(store, edition));
    } catch (DeskRefusal e) {
      if (e.reason() != DeskRefusal.Reason.DAMAGED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The files in force, or rules without workbooks where nothing is. */
  EditionSources sources() {
    return sources;
  }

  /** Number of the edition's last publication. */
  int publication() {
    return timeline.lastNumber();
  }

  /** Digest of the workbooks in force. */
  String digest() {
    return digest;
  }

  /** Whether a draft rests on something else. */
  boolean isAnother(Draft draft) {
    return draft.base() != publication() || !draft.baseDigest().equals(digest);
  }

  /** How a draft stands to it. */
  DraftStanding standing(Draft draft, Instant now) {
    Optional<Publication> since =
        timeline.last().filter(publication -> publication.number() != draft.base());
    return new DraftStanding(isAnother(draft), since.orElse(null), timeline.pending(now).orElse(null));
  }

  /**
   * Digest of all that the findings of a draft of the edition rest on besides its own workbooks: what it stands in for,
   * the rules, and which other editions there are, of what place, days and names.
   */
  String checkedAgainst() {
    StringBuilder text = new StringBuilder(digest).append('\n');
    EditionId.parsed(sources.name()).flatMap(id -> Predecessor.of(id, store)).flatMap(store::sources)
        .ifPresent(before -> text.append(Digest.ofFiles(before.workbooks())).append('\n'));
    new TreeMap<>(sources.rules()).forEach((file, rule) -> text.append(file).append('\n').append(rule).append('\n'));
    store.current().get().editions().stream().map(Edition::description)
        .filter(other -> !other.id().toString().equals(sources.name()))
        .map(other -> other.id() + "|" + other.areaCode() + "|" + other.from() + "|" + other.to() + "|" + other.name()
            + "|" + other.nameEn())
        .sorted().forEach(other -> text.append(other).append('\n'));
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The workbooks that a draft was made from, as far as they are known and can be read. */
  Map<String, byte[]> before(Draft draft) throws IOException {
    if (!draft.baseWorkbooks().isEmpty()) {
      return store.archive().readable(draft.baseWorkbooks());
    }
    for (Publication publication : timeline.publications()) {
      if (Digest.ofDigests(publication.workbooks()).equals(draft.baseDigest())) {
        return store.archive().readable(publication.workbooks());
      }
    }
    Map<String, byte[]> built = store.files().of(draft.edition()).workbooks();
    return Digest.ofFiles(built).equals(draft.baseDigest()) ? built : Map.of();
  }

  /**
   * Number of the earlier version that a draft was made from although it was begun later, 0 for what application and
   * directory hold; null where there is none.
   */
  Integer madeFrom(Draft draft) throws IOException {
    Integer from = null;
    int least = Integer.MAX_VALUE;
    Map<String, EarlierDownload> uploads = new TreeMap<>();
    for (Map.Entry<String, byte[]> own : store.archive().readable(draft.workbooks()).entrySet()) {
      byte[] inForce = sources.workbooks().get(own.getKey());
      if (inForce != null) {
        uploads.put(own.getKey(), new EarlierDownload(own.getValue(), inForce));
      }
    }
    for (Map.Entry<Integer, Map<String, byte[]>> version : earlier().entrySet()) {
      int distance = 0;
      for (Map.Entry<String, EarlierDownload> upload : uploads.entrySet()) {
        byte[] before = version.getValue().get(upload.getKey());
        distance += before == null ? 0 : upload.getValue().distance(before);
      }
      if (distance > 0 && distance < least) {
        least = distance;
        from = version.getKey();
      }
    }
    return from;
  }

  /** The versions before the last publication by number, the last first, as far as they can be read. */
  private Map<Integer, Map<String, byte[]>> earlier() throws IOException {
    Map<Integer, Map<String, byte[]>> earlier = new LinkedHashMap<>();
    List<Publication> all = timeline.publications();
    for (int i = all.size() - 2; i >= 0 && earlier.size() < MAX_EARLIER; i--) {
      if (all.get(i).hasWorkbooks()) {
        earlier.put(all.get(i).number(), store.archive().readable(all.get(i).workbooks()));
      }
    }
    if (!all.isEmpty()) {
      earlier.put(0, version(0));
    }
    return earlier;
  }

  /** The workbooks of an earlier version, as far as they can be read; none where there is no such version. */
  Map<String, byte[]> version(int number) throws IOException {
    if (number == 0) {
      Optional<Version> ground = store.ground(EditionId.parsed(sources.name()).orElseThrow());
      return ground.isEmpty() ? Map.of() : store.files().of(ground.get()).workbooks();
    }
    for (Publication publication : timeline.publications()) {
      if (publication.number() == number) {
        return store.archive().readable(publication.workbooks());
      }
    }
    return Map.of();
  }

  /** The other editions in force. */
  static List<EditionDescription> others(PolicyStore store, EditionId edition) {
    return store.current().get().editions().stream().map(Edition::description)
        .filter(other -> !other.id().equals(edition)).toList();
  }
}
