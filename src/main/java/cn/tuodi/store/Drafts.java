package cn.tuodi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The drafts of a store, one file each. */
final class Drafts {

  private static final String ENDING = ".json";
  private static final String ID = "[0-9a-f-]{8,40}";

  private final Path folder;

  Drafts(Path folder) {
    this.folder = folder;
  }

  /** All drafts, the last changed first. */
  List<Draft> all() throws IOException {
    List<Draft> drafts = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Drafts::isDraft).toList()) {
          drafts.add(StoredJson.read(file, Draft.class));
        }
      }
    }
    drafts.sort(Comparator.comparing(Draft::changedAt).reversed());
    return drafts;
  }

  private static boolean isDraft(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING) && name.substring(0, name.length() - ENDING.length()).matches(ID);
  }

  /** A draft by its name. */
  Optional<Draft> find(String id) throws IOException {
    if (!id.matches(ID) || !Files.exists(file(id))) {
      return Optional.empty();
    }
    return Optional.of(StoredJson.read(file(id), Draft.class));
  }

  void keep(Draft draft) throws IOException {
    DurableFiles.replace(file(draft.id()), StoredJson.bytes(draft));
  }

  void remove(String id) throws IOException {
    Files.deleteIfExists(file(id));
  }

  private Path file(String id) {
    return folder.resolve(id + ENDING);
  }
}
