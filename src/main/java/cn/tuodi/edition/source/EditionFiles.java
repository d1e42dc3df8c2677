package cn.tuodi.edition.source;

import java.util.Optional;

/** Where the files of the editions in force are found. */
@FunctionalInterface
public interface EditionFiles {

  /** The files of an edition; empty where no edition of that name is in force. */
  Optional<EditionSources> of(EditionId id);
}
