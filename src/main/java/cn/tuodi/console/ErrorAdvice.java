package cn.tuodi.console;

import cn.tuodi.api.UnknownEdition;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;

/**
 * What somebody at a page is told about a problem: problems themselves speak to programs.
 *
 * @param title what happened, in short
 * @param text what happened
 * @param next what to do
 */
record ErrorAdvice(String title, String text, String next) {

  /**
   * The advice on a problem.
   *
   * @param problem the problem
   * @param shown whether a page was asked for, rather than a form sent
   * @param language language of the page
   */
  static ErrorAdvice on(Problem problem, boolean shown, Language language) {
    return switch (problem.status()) {
      case 404 -> missing(problem, language);
      case 405, 406, 415 -> new ErrorAdvice(language.of("不能这样打开", "This cannot be opened like that"),
          language.of("这个地址只接受页面上的表单或下载。", "This address only takes what a page sends to it."),
          language.of("请从工作台或政策总览重新开始。", "Start again from the desk or from the overview of policies."));
      case 408 -> new ErrorAdvice(language.of("上传中断", "The upload stopped"),
          language.of("没有收到全部内容，什么都没有保存。", "Not all of it arrived; nothing was saved."),
          language.of("请检查网络，返回上一页重新提交。", "Check the connection, go back and send it again."));
      case 413 -> new ErrorAdvice(language.of("文件过大", "The file is too large"),
          language.of("在页面上最多上传 5 MB，什么都没有保存。",
              "Pages take at most 5 MB (unless the operators have set another limit); nothing was saved."),
          language.of("工作簿请删去图片和多余的工作表；更多的模拟用的单据请用接口 /v1/desk/simulations 或命令行 simulate。",
              "Remove pictures and sheets that do not belong from a workbook; simulate more claims than fit with the "
                  + "interface, /v1/desk/simulations, or the command simulate."));
      case 429, 503 ->
        new ErrorAdvice(problem.title(), language.of("这次没有处理。", "This was not processed. ") + said(problem),
            language.of("请稍等片刻，再重新加载或提交。", "Wait a moment, then load the page or send the form again."));
      case 500 -> new ErrorAdvice(language.of("出错了", "Something went wrong"),
          language.of("服务未能完成这一步；现行政策不受影响。", "The service could not do this; what is in force is not touched."),
          language.of("请再试一次；如仍不成功，请联系运维人员。", "Try again; if it fails again, ask the operators."));
      default -> new ErrorAdvice(problem.title(), refused(problem, language), shown
          ? language.of("请从工作台或政策总览重新开始。", "Start again from the desk or from the overview of policies.")
          : next(problem, language));
    };
  }

  /** The same with names of editions and workbooks. */
  ErrorAdvice with(ResultText plain) {
    return new ErrorAdvice(title, plain.of(text), next);
  }

  /** What to do about a form that was refused: most are corrected and sent again, some are not to be. */
  private static String next(Problem problem, Language language) {
    return switch (problem.code()) {
      case "BASE_CHANGED", "DRAFT_CHANGED", "PUBLICATION_PENDING", "UNDO_ANOTHER_FIRST" -> language.of(
          "请从工作台重新打开草稿或发布历史，看过现在的情况再继续。",
          "Open the draft or the history again from the desk, and go on from what it shows now.");
      case "WRONG_WORKBOOK" -> language.of("请返回上一页改选工作簿，或换一个文件。",
          "Go back, and choose another workbook or another file.");
      case "NOT_SOUND" -> language.of("请从工作台打开草稿，改正后再发布。",
          "Open the draft from the desk, mend it, then publish it.");
      case "NOTHING_CHANGED" -> language.of("不用再做什么。", "There is nothing more to do.");
      case "TOO_MANY_DRAFTS" -> language.of("请从工作台删除不用的草稿，再返回上一页提交。",
          "Delete drafts that are not needed from the desk, then go back and send it again.");
      case "NO_STORE", "STORE_READ_ONLY", "DAMAGED" -> language.of("请联系运维人员。", "Ask the operators.");
      default -> language.of("请返回上一页改正后重新提交；填写的内容还在那里。",
          "Go back, correct it and send it again; what you filled in is still there.");
    };
  }

  /** What is refused: single faults are listed below, and their places in a request tell people nothing. */
  private static String refused(Problem problem, Language language) {
    return problem.violations() == null || problem.violations().isEmpty() ? problem.detail()
        : language.of("请改正以下各项：", "This has to be corrected: ");
  }

  private static ErrorAdvice missing(Problem problem, Language language) {
    if (problem.code().equals(UnknownEdition.CODE)) {
      return new ErrorAdvice(problem.title(), problem.detail(),
          language.of("请从政策总览或对比页重新选择。", "Choose again from the overview of policies or the page of comparisons."));
    }
    boolean unknown = problem.code().equals("NOT_FOUND");
    return new ErrorAdvice(language.of("没有这一页", "No such page"),
        unknown ? language.of("这个地址没有内容：可能有误，或者草稿已被删除或发布。",
            "There is nothing at this address: it may be mistyped, or the draft was deleted or published.")
            : problem.detail(),
        unknown ? language.of("请检查地址，或者从下面重新开始。", "Check the address, or start again below.")
            : language.of("它可能已被删除或发布。", "It may have been deleted or published."));
  }

  private static String said(Problem problem) {
    return problem.code().equals("OVERLOADED") ? "" : problem.detail();
  }
}
