package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.TableFiles;
import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.desk.record.Chronicle;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationTimeline;
import cn.tuodi.desk.record.Publications;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.source.EditionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What should be in force: of every edition what was published, else what lies in the directory, else what the application
 * has. Where nobody knows which that is, the version says so, and no other takes its place.
 */
final class Intention {

  private final Catalogue application;
  private final WorkbookArchive archive;
  private final Publications publications;

  Intention(Catalogue application, WorkbookArchive archive, Publications publications) {
    this.application = application;
    this.archive = archive;
    this.publications = publications;
  }

  /**
   * What should be in force at a moment.
   *
   * @param moment the moment
   * @param files what lies in the directory
   * @param chronicle what was published
   * @param known editions that are known besides
   */
  Map<EditionId, Version> at(Instant moment, TableFiles files, Chronicle chronicle, Collection<EditionId> known) {
    Map<EditionId, Version> wanted = ground(files, known);
    Map<EditionId, PublicationTimeline> timelines = chronicle.timelines();
    Set<EditionId> editions = new TreeSet<>(wanted.keySet());
    editions.addAll(chronicle.editions());
    editions.addAll(known);
    for (EditionId edition : editions) {
      PublicationTimeline timeline = timelines.getOrDefault(edition, new PublicationTimeline(List.of()));
      CorruptFile doubt = chronicle.doubt(edition, timeline, moment);
      if (doubt != null) {
        wanted.put(edition, Version.ofPublications(edition, doubt));
      } else {
        timeline.inForce(moment).filter(Publication::hasWorkbooks)
            .ifPresent(publication -> wanted.put(edition, Version.of(publication, archive, publications)));
      }
    }
    return wanted;
  }

  /** What should be in force without anything published. */
  Map<EditionId, Version> ground(TableFiles files, Collection<EditionId> known) {
    Map<EditionId, Version> ground = new TreeMap<>();
    application.editions().forEach(edition -> ground.put(edition.id(), Version.ofApplication(edition.id())));
    files.workbooks().forEach((edition, workbooks) -> ground.put(edition, Version.ofDirectory(edition, workbooks)));
    Set<EditionId> editions = new TreeSet<>(ground.keySet());
    editions.addAll(known);
    editions.addAll(files.editions());
    for (EditionId edition : editions) {
      CorruptFile damage = files.damage(edition);
      if (damage != null) {
        ground.put(edition, Version.ofDirectory(edition, damage));
      }
    }
    return ground;
  }

  /** What comes into force later. */
  List<Version> pending(Instant now, Chronicle chronicle) {
    List<Version> pending = new ArrayList<>();
    chronicle.timelines().values()
        .forEach(timeline -> timeline.pending(now).filter(Publication::hasWorkbooks)
            .ifPresent(publication -> pending.add(Version.of(publication, archive, publications))));
    return pending;
  }
}
