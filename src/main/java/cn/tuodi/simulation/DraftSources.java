package cn.tuodi.simulation;

import cn.tuodi.edition.source.EditionSources;
import java.util.Optional;

/** Where drafts of policy are found. */
public interface DraftSources {

  /** The files that an edition would have with a draft; empty where there is no such draft. */
  Optional<EditionSources> of(String draft);

  /** Told that a draft was simulated to the end. */
  void simulated(String draft);
}
