package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.desk.record.Chronicle;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.desk.record.Drafts;
import cn.tuodi.desk.record.Publications;
import cn.tuodi.desk.record.Safeguards;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What the store writes, by folder.
 *
 * @param archive workbooks
 * @param publications publications, and what is known of the end of the history
 * @param lastGood what was last in force
 * @param drafts drafts
 */
record StoreFolders(WorkbookArchive archive, Publications publications, LastGood lastGood, Drafts drafts) {

  private static final Logger LOG = Logger.getLogger(StoreFolders.class);

  /** The folders below the store's own. */
  static StoreFolders of(Path own, Safeguards safeguards) {
    WorkbookArchive archive = new WorkbookArchive(own.resolve("workbooks"));
    return new StoreFolders(archive, new Publications(own, safeguards),
        new LastGood(own.resolve("last-good"), archive), new Drafts(own.resolve("drafts")));
  }

  /** Drops what stopped writers left, and workbooks that nothing refers to any more. */
  void clean(Chronicle chronicle) {
    if (!chronicle.findings().isEmpty()) {
      // What a missing record refers to is not known.
      return;
    }
    try {
      publications.clean();
      Set<String> digests = new HashSet<>(lastGood.digests());
      chronicle.publications().forEach(publication -> digests.addAll(publication.workbooks().values()));
      DraftList all = drafts.all();
      all.drafts().forEach(draft -> digests.addAll(draft.digests()));
      if (all.damaged().isEmpty()) {
        // What a damaged draft refers to is not known.
        archive.keepOnly(digests);
      }
    } catch (IOException e) {
      LOG.warn("the directory of policies cannot be cleaned: " + e);
    }
  }
}
