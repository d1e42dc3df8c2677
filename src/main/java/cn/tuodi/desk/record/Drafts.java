package cn.tuodi.desk.record;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.CorruptFileLog;
import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.file.DurableFiles;
import cn.tuodi.desk.file.StoreAccess;
import cn.tuodi.desk.file.StoredJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The drafts of a store, one file each. */
public final class Drafts {

  private static final String ENDING = ".json";
  private static final String ID = "[0-9a-f-]{8,40}";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final CorruptFileLog log = new CorruptFileLog();

  public Drafts(Path folder) {
    this.folder = folder;
  }

  /** All drafts; what cannot be read takes none of the others down. */
  public DraftList all() throws IOException {
    List<Draft> drafts = new ArrayList<>();
    List<DamagedFile> damaged = new ArrayList<>();
    for (Path file : files()) {
      try {
        drafts.add(read(file));
      } catch (CorruptFile e) {
        // One that was deleted meanwhile is none.
        if (DurableFiles.exists(file)) {
          damaged.add(new DamagedFile(id(file).orElse(null), e.finding()));
        }
      }
    }
    drafts.sort(Comparator.comparing(Draft::changedAt).reversed());
    log.tell(damaged);
    return new DraftList(drafts, damaged, Set.of());
  }

  /** Everything in the folder but what is just being written. */
  private List<Path> files() throws IOException {
    return DurableFiles.list(folder).stream().filter(file -> !file.getFileName().toString().startsWith(".")).toList();
  }

  private static Draft read(Path file) throws CorruptFile {
    String id = id(file).orElse(null);
    if (id == null) {
      throw CorruptFile.ofForeign(file);
    }
    try {
      return StoredJson.readWithout(file, Draft.class, draft -> draft.isWhole() && draft.id().equals(id), Draft.FOUND);
    } catch (IOException e) {
      throw CorruptFile.ofDraft(file, e);
    }
  }

  private static Optional<String> id(Path file) {
    String name = file.getFileName().toString();
    String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    return id.matches(ID) ? Optional.of(id) : Optional.empty();
  }

  /**
   * A draft by its name.
   *
   * @throws CorruptFile if its file is damaged
   */
  public Optional<Draft> find(String id) throws IOException {
    if (!id.matches(ID) || !DurableFiles.exists(file(id))) {
      return Optional.empty();
    }
    return Optional.of(read(file(id)));
  }

  /** Whether something lies where a draft of that name would. */
  public boolean exists(String id) throws IOException {
    return id.matches(ID) && DurableFiles.exists(file(id));
  }

  public void keep(Draft draft) throws IOException {
    DurableFiles.replace(file(draft.id()), StoredJson.bytes(draft));
  }

  public void remove(String id) throws IOException {
    DurableFiles.delete(file(id));
  }

  /** Does something that nobody else may do at the same time, in this process or another on the same directory. */
  public <T> T alone(Work<T> work) throws IOException {
    DurableFiles.createDirectories(folder);
    synchronized (Drafts.class) {
      FileChannel lock = StoreAccess.read(() -> locked(folder.resolve(LOCK)));
      // held until the file is closed
      try (lock) {
        return work.get();
      }
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /** Something that is done with drafts. */
  public interface Work<T> {
    T get() throws IOException;
  }

  private Path file(String id) {
    return folder.resolve(id + ENDING);
  }
}
