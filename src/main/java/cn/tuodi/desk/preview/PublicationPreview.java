package cn.tuodi.desk.preview;

import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.desk.ChangedDays;
import cn.tuodi.desk.Ending;
import cn.tuodi.desk.record.Draft;
import java.util.List;

/**
 * What publishing a draft would do.
 *
 * @param draft the draft
 * @param changes what it changes, or null where there is nothing that it follows
 * @param days the days of service that it changes
 * @param undated names of sheets that it changes on all days, for their rows have none
 * @param examples claims on which decisions change, some of each sheet
 * @param cases how many worked cases the draft has, which all come out
 * @param ending the edition that ends with it, if one does
 */
public record PublicationPreview(Draft draft, EditionChanges changes, ChangedDays days, List<String> undated,
    List<WorkedExample> examples, int cases, Ending ending) {}
