package cn.tuodi.console.policies;

import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionFiles;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The cells of the editions' workbooks, read once for the content of an edition. */
@ApplicationScoped
public final class CheckedWorkbooks {

  private static final int MAX_EDITIONS = 64;

  private final EditionFiles files;
  private final Map<String, List<Sheet>> byContent = new ConcurrentHashMap<>();
  private final AtomicBoolean preparing = new AtomicBoolean();

  CheckedWorkbooks(EditionFiles files) {
    this.files = files;
  }

  /** All sheets of an edition, in the order of workbooks and sheets. */
  List<Sheet> of(EditionDescription edition) {
    List<Sheet> sheets = byContent.get(edition.hashOfAll());
    if (sheets == null) {
      if (byContent.size() >= MAX_EDITIONS) {
        byContent.clear();
      }
      sheets = byContent.computeIfAbsent(edition.hashOfAll(),
          hash -> read(edition.id()));
    }
    return sheets;
  }

  private List<Sheet> read(EditionId id) {
    return files.of(id).map(sources -> EditionChecker.check(sources).sheets()).orElse(List.of());
  }

  /** Begins to read editions, so that whoever looks at one of them need not wait. */
  void prepare(Collection<EditionDescription> editions) {
    if (editions.stream().anyMatch(edition -> !byContent.containsKey(edition.hashOfAll()))
        && preparing.compareAndSet(false, true)) {
      Thread reader = new Thread(() -> {
        try {
          editions.forEach(this::of);
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
