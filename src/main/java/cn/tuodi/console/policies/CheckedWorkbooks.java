package cn.tuodi.console.policies;

import cn.tuodi.desk.file.Digest;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionFiles;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.table.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The cells of the editions' workbooks, read once for the files of an edition. */
@ApplicationScoped
public final class CheckedWorkbooks {

  private static final int MAX_EDITIONS = 64;

  private final EditionFiles files;
  private final Map<String, CheckedEdition> byFiles = new ConcurrentHashMap<>();
  private final Set<String> prepared = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean preparing = new AtomicBoolean();

  CheckedWorkbooks(EditionFiles files) {
    this.files = files;
  }

  /** All sheets of an edition, in the order of workbooks and sheets. */
  List<Sheet> of(EditionDescription edition) {
    return checked(edition).map(CheckedEdition::sheets).orElse(List.of());
  }

  /** The worked cases of an edition. */
  List<WorkedCase> cases(EditionDescription edition) {
    return checked(edition).map(CheckedEdition::cases).orElse(List.of());
  }

  private Optional<CheckedEdition> checked(EditionDescription edition) {
    return files.of(edition.id()).map(sources -> {
      // Worked cases and notes are no part of what the content hash covers.
      String digest = edition.id() + " " + Digest.ofFiles(sources.workbooks());
      if (!byFiles.containsKey(digest) && byFiles.size() >= MAX_EDITIONS) {
        byFiles.clear();
      }
      return byFiles.computeIfAbsent(digest, key -> EditionChecker.check(sources));
    });
  }

  /** Begins to read editions, so that whoever looks at one of them need not wait. */
  void prepare(Collection<EditionDescription> editions) {
    if (editions.stream().anyMatch(edition -> !prepared.contains(edition.hashOfAll()))
        && preparing.compareAndSet(false, true)) {
      Thread reader = new Thread(() -> {
        try {
          editions.forEach(edition -> {
            of(edition);
            prepared.add(edition.hashOfAll());
          });
        } finally {
          preparing.set(false);
        }
      }, "workbooks");
      reader.setDaemon(true);
      reader.setPriority(Thread.MIN_PRIORITY);
      reader.start();
    }
  }

  /** One sheet. */
  public Optional<Sheet> find(EditionDescription edition, String workbook, String sheet) {
    return of(edition).stream()
        .filter(candidate -> candidate.workbook().equals(workbook) && candidate.name().equals(sheet)).findFirst();
  }
}
