package cn.tuodi.desk;

import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.inforce.EarlierVersions;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.PublicationContent;
import cn.tuodi.desk.inforce.Version;
import cn.tuodi.desk.record.Chronicle;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationTimeline;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Publishes drafts and earlier versions. A publication is checked and compiled before anything is written; it is made by
 * one move of a folder, and then put in force. One publication at a time; of two on the same ground, the second is
 * refused.
 */
public final class Publisher {

  private static final Logger LOG = Logger.getLogger(Publisher.class);
  private static final int MAX_TRIES = 20;
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final PolicyStore store;
  private final Desk desk;
  private final Clock clock;
  private final Runnable published;
  private final boolean fourEyes;
  private final EarlierVersions earlier;

  /** A publisher of the drafts of a desk. */
  public Publisher(PolicyStore store, Desk desk, Clock clock) {
    this(store, desk, clock, () -> {}, false);
  }

  /**
   * The same, telling of publications.
   *
   * @param published run when something was published
   * @param fourEyes whether a draft is published by a person only who has not worked on it
   */
  public Publisher(PolicyStore store, Desk desk, Clock clock, Runnable published, boolean fourEyes) {
    this.store = store;
    this.desk = desk;
    this.clock = clock;
    this.published = published;
    this.fourEyes = fourEyes;
    this.earlier = new EarlierVersions(store, clock);
  }

  /**
   * What a person wants to publish, and why.
   *
   * @param by the person
   * @param reason why
   * @param effectiveFrom from when, or null for at once
   * @param pastReason why days of service that are past are to change, or null where that is not said
   */
  public record Order(String by, String reason, Instant effectiveFrom, String pastReason) {}

  /**
   * Publishes a draft, and removes it.
   *
   * @throws DeskRefusal if it is not sound, or what it was made from is no longer in force
   */
  public Publication publish(String id, Order order) {
    return publish(id, null, order);
  }

  /**
   * Publishes a draft as a person saw it, and removes it.
   *
   * @param id the draft
   * @param seen when it last changed as the person knows it, or null
   * @param order who, why and from when
   * @throws DeskRefusal if it has changed since, is not sound, or what it was made from is no longer in force
   */
  public Publication publish(String id, Instant seen, Order order) {
    return told(draft(id, seen, order));
  }

  /** Whether a person may publish a draft: where two pairs of eyes are wanted, nobody who worked on it. */
  public boolean mayPublish(Draft draft, String person) {
    return !fourEyes || !draft.authors().contains(person);
  }

  private Publication told(Publication made) {
    published.run();
    return made;
  }

  private Publication draft(String id, Instant seen, Order order) {
    synchronized (store) {
      store.requireWritable();
      refresh();
      Draft draft = desk.draft(id);
      draft.requireSeen(seen);
      if (!mayPublish(draft, order.by())) {
        throw new DeskRefusal(Reason.SECOND_PERSON_NEEDED, Message.of("desk.you-worked-on-this-draft"));
      }
      try {
        PublicationTimeline timeline = store.publications().of(draft.edition());
        requireNonePending(timeline);
        Stock stock = Stock.of(store, draft.edition());
        if (timeline.lastNumber() != draft.base()
            || !Digest.ofFiles(stock.sources().workbooks()).equals(draft.baseDigest())) {
          throw stale();
        }
        stock.requireNoneLeftOut(draft.workbooks().keySet());
        Map<String, byte[]> workbooks = desk.sources(draft).workbooks();
        if (Digest.ofFiles(workbooks).equals(draft.baseDigest())) {
          throw DeskRefusal.inForceAlready();
        }
        Publication made = make(new PublicationContent(draft.edition(), workbooks, null, null,
            List.copyOf(draft.authors()), ending(draft)), order, timeline);
        remove(draft);
        return made;
      } catch (IOException e) {
        throw DeskRefusal.failed(e);
      }
    }
  }

  /** The edition that gives way to a draft, with its last day. */
  private PublicationContent ending(Draft draft) throws IOException {
    try {
      Ending ending = desk.ending(draft);
      if (!ending.findings().isEmpty()) {
        throw DeskRefusal.notSound(ending.findings());
      }
      if (!ending.isThere()) {
        return null;
      }
      requireNonePending(store.publications().of(ending.edition()));
      return new PublicationContent(ending.edition(), ending.workbooks(), null, null, null, null);
    } catch (InvalidEdition e) {
      throw DeskRefusal.notSound(e.findings());
    }
  }

  /** What is published is published, whether its draft can be removed or not; one changed meanwhile is kept. */
  private void remove(Draft draft) {
    try {
      desk.discard(draft.id(), draft.changedAt());
    } catch (DeskRefusal e) {
      LOG.warn("the draft " + draft.id() + " was published and is not removed: " + e.getMessage());
    }
  }

  /**
   * Publishes an earlier version again, at once; a publication that waits for its time never comes into force then.
   *
   * @param edition the edition
   * @param version number of the publication, or 0 for what application and directory hold
   * @param expected number of the edition's last publication as the person knows it, or null
   * @param order who and why
   */
  public Publication again(EditionId edition, int version, Integer expected, Order order) {
    return told(version(edition, version, expected, order));
  }

  /** Nothing is published on ground that cannot be seen whole: what is published must be in force afterwards. */
  private void refresh() {
    try {
      store.publications().readAgain();
      store.refresh();
      store.chronicle().requireWhole();
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
    if (store.state().fault() != null) {
      throw DeskRefusal.failed(store.state().fault());
    }
  }

  private Publication version(EditionId edition, int version, Integer expected, Order order) {
    synchronized (store) {
      store.requireWritable();
      refresh();
      try {
        PublicationTimeline timeline = store.publications().of(edition);
        if (expected != null && expected != timeline.lastNumber()) {
          throw baseChanged();
        }
        return make(earlier.of(edition, timeline, version), order, timeline);
      } catch (IOException e) {
        throw DeskRefusal.failed(e);
      }
    }
  }

  private Publication make(PublicationContent content, Order order, PublicationTimeline timeline) throws IOException {
    Instant now = clock.instant();
    if (order.effectiveFrom() != null && order.effectiveFrom().isBefore(now)) {
      throw new DeskRefusal(Reason.TIME_PAST, Message.of("desk.the-time-is-past-leave-it-out"));
    }
    Instant from = order.effectiveFrom() == null ? now : order.effectiveFrom();
    Publication unchecked =
        new Publication(0, content.edition(), store.archive().keep(content.workbooks()), order.by(), now,
            order.reason(), from, hash(content.edition()), null, timeline.lastNumber(), content.again(), null, null,
            null, order.pastReason(), content.authors(), also(content.also()));
    Version version = version(unchecked, content);
    Version other = content.also() == null ? null
        : version(unchecked.of(content.also().edition()).orElseThrow(), content.also());
    Map<EditionId, Edition> ready = new PublicationCheck(store).sound(content, Arrays.asList(version, other), from);
    if (content.again() == null && order.pastReason() == null) {
      ChangedDays.of(store, content.edition(), version, from).requireReason(null);
    }
    Made own = made(unchecked.hasWorkbooks(), version, ready);
    Made theirs = content.also() == null ? null : made(!content.also().workbooks().isEmpty(), other, ready);
    Publication publication = unchecked.with(own.hash(), own.digest());
    Publication made = theirs == null ? commit(publication, own.examples(), null)
        : commit(publication.withAlso(theirs.hash(), theirs.digest()), own.examples(), theirs.examples());
    store.refresh();
    requireTaken(made);
    return made;
  }

  private String hash(EditionId edition) {
    return store.current().get().named(edition).map(Edition::description).map(description -> description.hashOfAll())
        .orElse(null);
  }

  private Publication.Also also(PublicationContent other) throws IOException {
    return other == null ? null
        : new Publication.Also(other.edition(), store.archive().keep(other.workbooks()), hash(other.edition()), null,
            store.publications().of(other.edition()).lastNumber(), other.again(), null);
  }

  private Version version(Publication publication, PublicationContent content) {
    return publication.hasWorkbooks() ? store.version(publication) : content.version();
  }

  /** What came of an edition, and with workbooks of its own what it decides: no later program is to decide otherwise. */
  private record Made(String hash, byte[] examples) {

    String digest() {
      return examples == null ? null : Digest.of(examples);
    }
  }

  private Made made(boolean hasWorkbooks, Version version, Map<EditionId, Edition> ready) throws IOException {
    if (version == null) {
      return new Made(null, null);
    }
    Edition edition = ready.get(version.edition());
    return new Made(edition.description().hashOfAll(),
        hasWorkbooks ? store.loader().examples(version, edition) : null);
  }

  /** Takes the next number; another process may take it first, for this edition or another. */
  private Publication commit(Publication publication, byte[] examples, byte[] ofOther) throws IOException {
    for (int i = 0; i < MAX_TRIES; i++) {
      Chronicle chronicle = store.publications().look();
      chronicle.requireWhole();
      if (publication.views().stream()
          .anyMatch(view -> chronicle.of(view.edition()).lastNumber() != view.after())) {
        throw baseChanged();
      }
      Optional<Publication> made = store.publications().add(publication, examples, ofOther, chronicle);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new DeskRefusal(Reason.BUSY, Message.of("desk.too-much-is-being-published-try"));
  }

  /** Nobody is told that something was published which this service does not decide by. */
  private void requireTaken(Publication made) {
    boolean known = store.chronicle().publications().stream().anyMatch(there -> there.number() == made.number());
    if (store.state().fault() != null || !known
        || made.views().stream().anyMatch(view -> store.state().unavailable().contains(view.edition()))) {
      throw DeskRefusal.unconfirmed(made.number());
    }
  }

  private void requireNonePending(PublicationTimeline timeline) {
    timeline.pending(clock.instant()).ifPresent(pending -> {
      throw new DeskRefusal(Reason.PUBLICATION_PENDING,
          Message.of("desk.publication-comes-into-force-at-wait-for", pending.number(),
              Message.given(BEIJING.format(pending.effectiveFrom()), pending.effectiveFrom().toString())));
    });
  }

  private static DeskRefusal stale() {
    return new DeskRefusal(Reason.BASE_CHANGED, Message.of("desk.what-is-in-force-has-changed"));
  }

  private static DeskRefusal baseChanged() {
    return new DeskRefusal(Reason.BASE_CHANGED, Message.of("desk.something-of-this-edition-was-published"));
  }
}
