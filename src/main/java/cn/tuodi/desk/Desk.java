package cn.tuodi.desk;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.inforce.Overlap;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.SameName;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.Omissions;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Message;
import cn.tuodi.table.AnnotatedWorkbook;
import cn.tuodi.table.Finding;
import cn.tuodi.table.RawWorkbook;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Where staff check workbooks and keep drafts. Nothing here changes what is in force. */
public final class Desk {

  private static final Logger LOG = Logger.getLogger(Desk.class);

  private final PolicyStore store;
  private final Clock clock;
  private final DraftWork work;

  /** A desk over a store. */
  public Desk(PolicyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.work = new DraftWork(store, this, clock);
  }

  /** What else becomes of drafts. */
  public DraftWork work() {
    return work;
  }

  /**
   * Checks a workbook in place of its namesake, within its whole edition.
   *
   * @param table where it belongs
   * @param content the file
   * @throws DeskRefusal if too many checks wait
   */
  public CheckResult check(TableName table, byte[] content) {
    return check(table.edition(), Map.of(table.workbook(), content), CheckClient.STAFF);
  }

  /**
   * Checks a workbook in place of its namesake, within its whole edition.
   *
   * @param table where it belongs
   * @param content the file
   * @param client for whom
   * @throws DeskRefusal if too many checks wait
   */
  public CheckResult check(TableName table, byte[] content, CheckClient client) {
    return check(table.edition(), Map.of(table.workbook(), content), client);
  }

  /**
   * Checks workbooks of an edition in place of their namesakes, or as those of a new edition.
   *
   * @param edition where they belong
   * @param workbooks the files by their names within the edition
   * @param client for whom
   * @throws DeskRefusal if too many checks wait
   */
  public CheckResult check(EditionId edition, Map<String, byte[]> workbooks, CheckClient client) {
    List<Finding> wrong = inTurn(client, () -> recognition().wrong(edition, workbooks));
    return wrong.isEmpty() ? check(ApplicationFiles.replaced(base(edition), workbooks), edition, null, client)
        : CheckResult.unsound(edition, wrong);
  }

  /** What speaks against files being the workbooks that they were chosen to be. */
  List<Finding> wrong(EditionId edition, Map<String, byte[]> workbooks) {
    return inTurn(CheckClient.STAFF, () -> recognition().wrong(edition, workbooks));
  }

  /**
   * The workbook that a file is by what it says; empty where it does not tell.
   *
   * @param content the file
   * @param client for whom
   */
  public Optional<SavedName.Recognised> recognised(byte[] content, CheckClient client) {
    return inTurn(client, () -> recognition().of(content));
  }

  /**
   * What keeps a file from being read as a workbook; empty where nothing does.
   *
   * @param file name of the file
   * @param content the file
   * @param client for whom
   */
  public Optional<Finding> unreadable(String file, byte[] content, CheckClient client) {
    return inTurn(client, () -> RawWorkbook.refusal(file, content));
  }

  private Recognition recognition() {
    return new Recognition(editions());
  }

  /** The editions in force, and those that should be, as the application was built with them. */
  public List<EditionDescription> editions() {
    return Stream.concat(store.current().get().editions().stream(),
        store.state().unavailable().stream().flatMap(id -> store.loader().built(id).stream()))
        .map(Edition::description).toList();
  }

  /**
   * Checks the files of a draft.
   *
   * @param ends the edition that ends with its publication, or null
   */
  CheckResult check(EditionSources sources, EditionId id, EditionId ends) {
    return check(sources, id, ends, CheckClient.STAFF);
  }

  private CheckResult check(EditionSources sources, EditionId id, EditionId ends, CheckClient client) {
    return CheckPlaces.of(client).run(client, () -> checked(sources, id, ends)).orElseGet(() -> CheckResult.unsound(id,
        List.of(Finding.ofFile(id.toString(), Message.of("desk.the-check-took-too-long-and")))));
  }

  private CheckResult checked(EditionSources sources, EditionId id, EditionId ends) {
    try {
      Set<String> added = added(sources, id);
      EditionChecker.check(sources, added);
      CheckPlaces.foundSound();
      CheckedEdition checked = CompiledEdition.checked(sources, added, store.files().kjar(id));
      List<Edition> others = store.current().get().editions().stream().filter(other -> !other.id().equals(id)).toList();
      Ending ending = Ending.of(store, ends, checked.description().from());
      List<Finding> overlaps = new ArrayList<>(ending.findings());
      overlaps.addAll(Overlap.of(new Edition(checked.description(), null), ending.among(others)));
      overlaps.addAll(SameName.of(checked.description(), DraftGround.others(store, id)));
      return overlaps.isEmpty()
          ? new CheckResult(id, checked.description().hashOfAll(), Omissions.of(before(id), checked))
          : CheckResult.unsound(id, overlaps);
    } catch (InvalidEdition e) {
      return CheckResult.unsound(id, e.findings());
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("a check failed", e);
      return new CheckResult(id, null,
          List.of(Finding.ofFile(id.toString(), Message.of("desk.this-cannot-be-checked-ask-the"))));
    }
  }

  /** The files of what an edition follows, as {@link Predecessor#sources} has them. */
  public Optional<EditionSources> before(EditionId edition) {
    return Predecessor.sources(edition, store);
  }

  private Set<String> added(EditionSources sources, EditionId id) {
    Set<String> added = store.files().unknown(id, sources.workbooks().keySet());
    added.removeAll(base(id).workbooks().keySet());
    return added;
  }

  /**
   * A workbook with what was found in it as comments.
   *
   * @param workbook name of the workbook within the edition
   * @param content the file
   * @param findings what was found
   * @param client for whom
   * @throws DeskRefusal if too many checks wait, or the workbook takes too long
   */
  public byte[] annotated(String workbook, byte[] content, List<Finding> findings, CheckClient client) {
    return inTurn(client, () -> AnnotatedWorkbook.of(workbook, content, findings));
  }

  /**
   * Does something that opens workbooks when its turn has come.
   *
   * @param client for whom
   * @throws DeskRefusal if too much waits, or it takes too long
   */
  <T> T inTurn(CheckClient client, Supplier<T> task) {
    return CheckPlaces.of(client).run(client, task::get)
        .orElseThrow(() -> new DeskRefusal(Reason.BUSY, Message.of("desk.reading-the-workbook-took-too-long")));
  }

  private EditionSources base(EditionId edition) {
    return Stock.of(store, edition).sources();
  }

  /** All drafts, the last changed first, and what lies among them and is none. */
  public DraftList drafts() {
    return work.all();
  }

  /**
   * A draft as it was last written.
   *
   * @throws DeskRefusal if there is none of that name, or its file is damaged
   */
  public Draft draft(String id) {
    return work.draft(id);
  }

  static DeskRefusal noSuchDraft() {
    return new DeskRefusal(Reason.NO_SUCH_DRAFT, Message.of("desk.there-is-no-such-draft"));
  }

  static DeskRefusal noSuchTable() {
    return new DeskRefusal(Reason.NO_SUCH_TABLE, Message.of("desk.there-is-no-such-workbook"));
  }

  /**
   * Keeps a workbook as a new draft, sound or not, on the ground of what is in force.
   *
   * @param table where it belongs
   * @param content the file
   * @param by who makes it
   * @param note what it is about, or null
   */
  public Draft begin(TableName table, byte[] content, String by, String note) {
    return begin(table.edition(), Map.of(table.workbook(), content), by, note);
  }

  /**
   * Keeps workbooks as a new draft, sound or not, on the ground of what is in force of the edition, or of nothing.
   *
   * @param edition where they belong
   * @param workbooks the files by their names within the edition
   * @param by who makes it
   * @param note what it is about, or null
   * @throws DeskRefusal if a file is another workbook than it was chosen to be
   */
  public Draft begin(EditionId edition, Map<String, byte[]> workbooks, String by, String note) {
    return begin(edition, workbooks, by, note, null);
  }

  /**
   * The same for an edition that another gives way to.
   *
   * @param ends the edition that ends the day before this one begins, in the same publication, or null
   */
  public Draft begin(EditionId edition, Map<String, byte[]> workbooks, String by, String note, EditionId ends) {
    return work.begin(edition, workbooks, by, note, ends);
  }

  /** How another edition ends with a sound draft; nothing does where the draft ends none. */
  public Ending ending(Draft draft) {
    return draft.ends() == null ? Ending.NONE
        : Ending.of(store, draft.ends(), EditionChecker.check(sources(draft)).description().from());
  }

  /**
   * Puts a workbook into a draft, in place of its namesake, which is kept among its earlier files.
   *
   * @param id the draft
   * @param workbook name of the workbook within the edition
   * @param content the file
   */
  public Draft put(String id, String workbook, byte[] content) {
    return work.put(id, workbook, content, null, null);
  }

  /** Notes that a draft was simulated as it is. */
  public Draft simulated(String id) {
    return work.simulated(id);
  }

  /** Deletes a draft, also one whose file is damaged. */
  public void discard(String id) {
    work.discard(id, null);
  }

  /**
   * Deletes a draft.
   *
   * @param id the draft
   * @param seen when it last changed as the person knows it, or null
   * @throws DeskRefusal if it has changed since
   */
  public void discard(String id, Instant seen) {
    work.discard(id, seen);
  }

  /** The workbooks that an edition has as it is in force; none where nothing of it is, or nobody knows. */
  public Stock stock(EditionId edition) {
    try {
      return Stock.of(store, edition);
    } catch (DeskRefusal e) {
      return Stock.none(edition);
    }
  }

  /** The files of the edition as a draft would have them. */
  public EditionSources sources(Draft draft) {
    try {
      return ApplicationFiles.replaced(base(draft.edition()), store.archive().read(draft.edition(), draft.workbooks()));
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  /**
   * A draft checked, compiled and ready to decide.
   *
   * @throws InvalidEdition if it is not sound
   */
  public CompiledEdition compiled(Draft draft) {
    EditionSources sources = sources(draft);
    return inTurn(CheckClient.STAFF, () -> {
      EditionChecker.check(sources, store.files().unknown(draft.edition(), sources.workbooks().keySet()));
      CheckPlaces.foundSound();
      return store.files().compiled(sources);
    });
  }

  /**
   * A workbook of a draft.
   *
   * @throws DeskRefusal if the draft has none of that name
   */
  public byte[] workbook(Draft draft, String workbook) {
    return found(draft.workbooks().containsKey(workbook) ? sources(draft).workbooks().get(workbook) : null);
  }

  /**
   * A workbook in force.
   *
   * @throws DeskRefusal if there is none of that name
   */
  public byte[] workbook(TableName table) {
    return found(base(table.edition()).workbooks().get(table.workbook()));
  }

  static byte[] found(byte[] workbook) {
    if (workbook == null) {
      throw noSuchTable();
    }
    return workbook;
  }
}
