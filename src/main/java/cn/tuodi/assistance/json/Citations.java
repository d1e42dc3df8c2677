package cn.tuodi.assistance.json;

import cn.tuodi.answer.Source;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.policy.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The provisions and rows that answers cite, each put together once for the content of an edition. */
public final class Citations {

  private static final int MAX_EDITIONS = 64;
  private static final Map<String, Citations> BY_CONTENT = new ConcurrentHashMap<>();

  private final EditionDescription edition;
  private final Map<Source, DecisionJson.ProvisionJson> known = new ConcurrentHashMap<>();

  private Citations(EditionDescription edition) {
    this.edition = edition;
  }

  public static Citations of(EditionDescription edition) {
    Citations citations = BY_CONTENT.get(edition.contentHash());
    if (citations == null) {
      if (BY_CONTENT.size() >= MAX_EDITIONS) {
        BY_CONTENT.clear();
      }
      citations = new Citations(edition);
      BY_CONTENT.put(edition.contentHash(), citations);
    }
    return citations;
  }

  /** Whether a document of that number or title is one of the edition's own. */
  boolean isOwn(String document) {
    return edition.instruments().stream()
        .anyMatch(own -> document.contains(own.number()) || document.contains(own.title()));
  }

  /** A provision and, for what a workbook states, its row. */
  public DecisionJson.ProvisionJson of(Source source) {
    DecisionJson.ProvisionJson citation = known.get(source);
    return citation == null ? known.computeIfAbsent(source, this::cite) : citation;
  }

  /** Several of them. */
  public List<DecisionJson.ProvisionJson> of(List<Source> sources) {
    List<DecisionJson.ProvisionJson> citations = new ArrayList<>(sources.size());
    for (Source source : sources) {
      citations.add(of(source));
    }
    return citations;
  }

  private DecisionJson.ProvisionJson cite(Source source) {
    Provision provision = edition.provisions().get(source.provision());
    boolean inTable = source.workbook() != null;
    return new DecisionJson.ProvisionJson(provision.id(), provision.instrument(), provision.article(),
        inTable ? edition.path(source.workbook()) : null, source.sheet(), inTable ? source.row() : null,
        source.document());
  }
}
