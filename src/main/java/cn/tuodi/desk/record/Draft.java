package cn.tuodi.desk.record;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Workbooks that someone works on and that are not in force.
 *
 * @param id its name
 * @param edition the edition
 * @param base number of the edition's last publication when the draft was made, 0 where there was none
 * @param baseDigest digest of the edition's workbooks at that time
 * @param workbooks digests of the workbooks uploaded, by name
 * @param by who made it
 * @param madeAt when
 * @param changedAt when its workbooks last changed
 * @param note what it is about, or null
 * @param contentHash content hash that the edition would have, or null where it is not sound
 * @param findings what is wrong with it; of a sound one, what it has no more and people should confirm
 * @param simulatedAt when it was simulated in its present state, or null
 * @param baseWorkbooks digests of the edition's workbooks that it was made from, by name
 * @param checkedAgainst digest of all that the findings rest on besides the workbooks uploaded, or null where they have to
 *        be found anew
 * @param earlier files that were replaced by later ones, the last first
 * @param editors who put workbooks into it after it was made
 * @param ends the edition that ends the day before this one begins, published with it, or null
 */
public record Draft(String id, EditionId edition, int base, String baseDigest, Map<String, String> workbooks, String by,
    Instant madeAt, Instant changedAt, String note, String contentHash, List<Finding> findings, Instant simulatedAt,
    Map<String, String> baseWorkbooks, String checkedAgainst, List<Earlier> earlier, Set<String> editors,
    EditionId ends) {

  /** What can be found out again where it cannot be read. */
  static final List<String> FOUND = List.of("contentHash", "findings", "checkedAgainst");

  /** How many replaced files are kept. */
  static final int MAX_EARLIER = 30;

  /**
   * A file that was replaced by a later one.
   *
   * @param workbook its name within the edition
   * @param digest digest of the file
   * @param by who replaced it
   * @param replacedAt when
   */
  public record Earlier(String workbook, String digest, String by, Instant replacedAt) {}

  /** A draft; what files of earlier versions of the program leave out is nothing. */
  public Draft {
    findings = findings == null ? List.of() : findings;
    baseWorkbooks = baseWorkbooks == null ? Map.of() : baseWorkbooks;
    earlier = earlier == null ? List.of() : earlier;
    editors = editors == null ? Set.of() : editors;
  }

  /** A draft that ends no other edition. */
  public Draft(String id, EditionId edition, int base, String baseDigest, Map<String, String> workbooks, String by,
      Instant madeAt, Instant changedAt, String note, String contentHash, List<Finding> findings, Instant simulatedAt,
      Map<String, String> baseWorkbooks, String checkedAgainst, List<Earlier> earlier, Set<String> editors) {
    this(id, edition, base, baseDigest, workbooks, by, madeAt, changedAt, note, contentHash, findings, simulatedAt,
        baseWorkbooks, checkedAgainst, earlier, editors, null);
  }

  /** Everybody who worked on it, as far as that is known: none of them is a second person. */
  public Set<String> authors() {
    Set<String> authors = new TreeSet<>(editors);
    earlier.stream().map(Earlier::by).filter(Objects::nonNull).forEach(authors::add);
    if (by != null) {
      authors.add(by);
    }
    return authors;
  }

  /** Whether it could be published. */
  public boolean isSound() {
    return contentHash != null;
  }

  /**
   * Refuses a person who knows the draft as it was before it last changed.
   *
   * @param seen when the draft last changed as the person knows it, or null where that is not said
   * @throws DeskRefusal if it has changed since
   */
  public void requireSeen(Instant seen) {
    if (seen != null && !seen.equals(changedAt)) {
      throw DeskRefusal.draftChanged();
    }
  }

  /** Whether it was checked at all since it was last changed. */
  public boolean isChecked() {
    return checkedAgainst != null || isSound() || !findings.isEmpty();
  }

  /** Whether it says all that a draft must say. */
  boolean isWhole() {
    return id != null && edition != null && baseDigest != null && workbooks != null && !workbooks.isEmpty()
        && madeAt != null && changedAt != null;
  }

  /** A draft by the same person that says and rests on the same, if there is one. */
  public Optional<Draft> same(DraftList all) {
    return all.drafts().stream()
        .filter(other -> edition.equals(other.edition) && workbooks.equals(other.workbooks)
            && baseDigest.equals(other.baseDigest) && Objects.equals(by, other.by) && Objects.equals(note, other.note)
            && Objects.equals(ends, other.ends))
        .findFirst();
  }

  /** The digests of all files that it needs. */
  public Set<String> digests() {
    Set<String> digests = new TreeSet<>(workbooks.values());
    digests.addAll(baseWorkbooks.values());
    earlier.forEach(file -> digests.add(file.digest()));
    return digests;
  }

  /** The same with another file as one of its workbooks; the file before is kept. */
  public Draft with(String workbook, String digest, String person, Instant now) {
    Map<String, String> changed = new TreeMap<>(workbooks);
    String before = changed.put(workbook, digest);
    List<Earlier> files = new ArrayList<>(earlier);
    files.removeIf(file -> file.workbook().equals(workbook) && file.digest().equals(digest));
    if (before != null && !before.equals(digest)) {
      files.add(0, new Earlier(workbook, before, person, now));
    }
    Set<String> persons = new TreeSet<>(editors);
    if (person != null) {
      persons.add(person);
    }
    return new Draft(id, edition, base, baseDigest, changed, by, madeAt, now, note, null, List.of(), null,
        baseWorkbooks, null, List.copyOf(files.subList(0, Math.min(files.size(), MAX_EARLIER))), persons, ends);
  }

  /** The same resting on what is in force now. */
  public Draft on(int publication, String digest, Map<String, String> inForce) {
    return new Draft(id, edition, publication, digest, workbooks, by, madeAt, changedAt, note, contentHash, findings,
        simulatedAt, inForce, checkedAgainst, earlier, editors, ends);
  }

  /** The same with what a check found. */
  public Draft checked(CheckResult result, String against) {
    return new Draft(id, edition, base, baseDigest, workbooks, by, madeAt, changedAt, note, result.contentHash(),
        result.findings(), simulatedAt, baseWorkbooks, against, earlier, editors, ends);
  }

  public Draft simulated(Instant now) {
    return new Draft(id, edition, base, baseDigest, workbooks, by, madeAt, changedAt, note, contentHash, findings, now,
        baseWorkbooks, checkedAgainst, earlier, editors, ends);
  }
}
