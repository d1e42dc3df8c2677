package cn.tuodi.simulation;

import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to be known before the figures of a simulation are relied upon.
 *
 * @param code what it is
 * @param message the same in words
 * @param count how many claims it is about
 * @param examples the first of them
 */
@Schema(name = "SimulationNotice")
public record SimulationNotice(Code code, String message, long count, List<RepeatedClaims.Repeat> examples) {

  private static final int MAX_SAID = 5;

  /** What there is to be known. */
  @Schema(name = "SimulationNoticeCode")
  public enum Code {
    /** Claims stand in the file more than once. */
    CLAIM_REPEATED,
    /** The file is so large that not every claim was compared with every other. */
    REPEATS_NOT_COMPARED
  }

  static List<SimulationNotice> of(RepeatedClaims repeated, Language language) {
    List<SimulationNotice> notices = new ArrayList<>();
    if (repeated.count() > 0) {
      notices.add(new SimulationNotice(Code.CLAIM_REPEATED, message(repeated, language), repeated.count(),
          repeated.examples()));
    }
    if (repeated.isForgetful()) {
      notices.add(new SimulationNotice(Code.REPEATS_NOT_COMPARED, language.of(
          "文件很大：只与前 " + RepeatedClaims.MAX_REMEMBERED + " 份费用单据比对了是否重复。",
          "The file is very large: claims were compared with the first " + RepeatedClaims.MAX_REMEMBERED
              + " only to find repeated ones."),
          0, List.of()));
    }
    return notices;
  }

  private static String message(RepeatedClaims repeated, Language language) {
    String lines = repeated.examples().stream().limit(MAX_SAID)
        .map(repeat -> language.of("第 " + repeat.line() + " 行与第 " + repeat.firstLine() + " 行相同",
            "line " + repeat.line() + " repeats line " + repeat.firstLine()))
        .collect(Collectors.joining(language.of("，", ", ")));
    boolean more = repeated.count() > MAX_SAID;
    return language.of(
        repeated.count() + " 份费用单据在前面已经出现过（单据编号和人员编号相同），每出现一次计算一次：" + lines + (more ? "等" : "")
            + "。如不是有意重复，请删去多余的行后重新模拟。",
        repeated.count() + " claim(s) were stated before (same claim id and same person) and count each time: " + lines
            + (more ? " and more" : "") + ". Unless that is meant, delete them and simulate again.");
  }
}
