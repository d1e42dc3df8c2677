package cn.tuodi.comparison;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row that was added, removed or changed.
 *
 * @param kind which of them
 * @param effect the gravest effect of its cells
 * @param before the row before, or null where it was added
 * @param after the row after, or null where it was removed
 * @param cells the cells that changed; of a row added or removed every cell that says something
 */
public record RowChange(Kind kind, Effect effect, ComparedRow before, ComparedRow after, List<CellChange> cells) {

  /** What happened to a row. */
  @Schema(name = "ChangeKind")
  public enum Kind {
    ADDED(Message.of("comparison.added")),
    REMOVED(Message.of("comparison.removed")),
    CHANGED(Message.of("comparison.changed"));

    private final Message label;

    Kind(Message label) {
      this.label = label;
    }

    /** What happened, in Chinese. */
    public String label() {
      return label.in(Language.ZH);
    }

    /** What happened, in English. */
    public String labelEn() {
      return label.in(Language.EN);
    }
  }

  /** The row as it is now, or as it was where it was removed. */
  public ComparedRow row() {
    return after == null ? before : after;
  }
}
