package cn.tuodi.console.desk;

import cn.tuodi.console.BeijingTime;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * What somebody confirms who puts an earlier version back in force, or withdraws one that waits for its time.
 *
 * @param edition its name as addresses have it
 * @param title its name
 * @param version number of the publication that is put back, 0 for what application and directory hold
 * @param after number of the edition's last publication as the person knows it
 * @param withdraws whether what is in force stays, and only what waits is withdrawn
 * @param target what is put back, or stays
 * @param now what is in force, or empty
 * @param pending what waits and never comes into force then, or empty
 * @param also the edition that is put back with it, or empty
 */
record UndoView(String edition, String title, int version, int after, boolean withdraws, String target, String now,
    String pending, String also) {

  /**
   * What is confirmed.
   *
   * @param entries the publications of the edition
   * @param version number of the publication that is put back, or 0
   * @param after number of the edition's last publication as the person knows it
   * @param title name of the edition
   * @param also name of the edition that is put back with it, or empty
   * @throws DeskRefusal if there is no such version
   */
  static UndoView of(List<PublicationEntry> entries, int version, int after, String title, String also,
      Language language) {
    if (entries.isEmpty() || version != 0 && with(entries, version).isEmpty()) {
      throw DeskRefusal.noSuchVersion();
    }
    int inForce = HistoryView.inForce(entries);
    Optional<Publication> pending =
        entries.stream().filter(entry -> entry.place() == PublicationState.PENDING).map(PublicationEntry::publication)
            .findFirst();
    return new UndoView(entries.get(0).publication().edition().toString(), title, version, after,
        pending.isPresent() && version == inForce, said(entries, version, language), said(entries, inForce, language),
        pending.map(waiting -> said(waiting, language)).orElse(""), also);
  }

  private static Optional<Publication> with(List<PublicationEntry> entries, int number) {
    return entries.stream().map(PublicationEntry::publication).filter(made -> made.number() == number).findFirst();
  }

  private static String said(List<PublicationEntry> entries, int number, Language language) {
    return with(entries, number).map(made -> said(made, language))
        .orElse(language.text("console.what-application-and-directory-hold-2"));
  }

  private static String said(Publication made, Language language) {
    String from = BeijingTime.of(made.effectiveFrom());
    return language.text("console.publication-on-the-ground-in-force", made.number(), made.reason(), from);
  }
}
