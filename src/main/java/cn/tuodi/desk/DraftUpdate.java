package cn.tuodi.desk;

import cn.tuodi.desk.record.Draft;
import cn.tuodi.merge.Conflict;
import java.util.List;

/**
 * What comes of bringing a draft up to what is in force.
 *
 * @param draft the draft as it is, or as it became
 * @param carried how many cells and rows of the draft go on top of what is in force
 * @param conflicts what changed in the draft and in force, each in another way
 * @param done whether the draft was brought up
 * @param state changes with the draft and with what is in force: an answer to conflicts holds for one state
 */
public record DraftUpdate(Draft draft, int carried, List<Place> conflicts, boolean done, String state) {

  /**
   * A conflict and where it is.
   *
   * @param workbook name of the workbook within the edition
   * @param conflict what changed
   */
  public record Place(String workbook, Conflict conflict) {

    /** A name that stays the same as long as the workbooks do. */
    public String key() {
      return workbook + "!" + conflict.key();
    }
  }
}
