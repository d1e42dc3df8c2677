package cn.tuodi.desk;

import cn.tuodi.desk.inforce.Overlap;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.PublicationContent;
import cn.tuodi.desk.inforce.SameName;
import cn.tuodi.desk.inforce.Version;
import cn.tuodi.desk.inforce.VersionLoader;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether what is to be published is sound at its time. */
final class PublicationCheck {

  private final PolicyStore store;

  /** Checks beside what a store has. */
  PublicationCheck(PolicyStore store) {
    this.store = store;
  }

  /** What is published for a time must be sound beside what is in force then, and beside what comes after it. */
  Map<EditionId, Edition> sound(PublicationContent content, List<Version> versions, Instant from) {
    Map<EditionId, Edition> ready = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    versions.stream().filter(Objects::nonNull).forEach(version -> {
      VersionLoader.Outcome outcome = store.loader().load(version);
      findings.addAll(outcome.findings());
      if (outcome.isSound()) {
        ready.put(version.edition(), outcome.edition());
      }
    });
    boolean isAgain = content.again() != null;
    EditionId other = content.also() == null ? null : content.also().edition();
    for (Edition edition : ready.values()) {
      List<Edition> beside = new ArrayList<>(store.moments(from).stream()
          .flatMap(moment -> store.others(edition.id(), moment).stream())
          .filter(one -> !one.id().equals(content.edition()) && !one.id().equals(other)).distinct().toList());
      ready.values().stream().filter(one -> one != edition).forEach(beside::add);
      if (isAgain) {
        Overlap.requireNone(edition, beside, store.state());
      }
      findings.addAll(Overlap.of(edition, beside));
      if (!isAgain) {
        findings.addAll(SameName.of(edition.description(), DraftGround.others(store, edition.id())));
      }
    }
    if (!findings.isEmpty()) {
      throw DeskRefusal.notSound(findings);
    }
    return ready;
  }
}
