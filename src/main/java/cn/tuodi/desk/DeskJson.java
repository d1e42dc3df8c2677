package cn.tuodi.desk;

import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.StoreState;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the policy desk answers. */
public final class DeskJson {

  private static final int MAX_LISTED = 20;

  private DeskJson() {}

  /**
   * Something wrong with a workbook. Of a gap or an overlap there is an example: a claim that would meet it, as it is
   * sent to be decided.
   */
  @Schema(name = "Finding", description = "检查发现的问题 / something wrong with a workbook")
  public record FindingJson(
      @Schema(required = true, description = "工作簿或版本 / workbook or edition", examples = "medical-assistance.xlsx") String file,
      @Schema(nullable = true, description = "表 / sheet") String sheet,
      @Schema(nullable = true, description = "单元格，如 L12 / cell such as L12") String cell,
      @Schema(required = true, description = "问题及改法 / what is wrong and what to do") String message,
      @Schema(ref = "Claim") @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> example) {

    /** The example as text, or null. */
    public String exampleText() {
      return example == null ? null : new String(Json.bytes(example), StandardCharsets.UTF_8);
    }
  }

  /** What a check found. */
  @Schema(name = "WorkbookCheck", description = "检查结果 / what a check found")
  public record CheckJson(@Schema(required = true, examples = "guangxi/2022") String edition,
      @Schema(required = true, description = "没有必须改正的问题 / nothing has to be corrected") boolean sound,
      @Schema(nullable = true, description = "发布后的版本校验码 / check code that the edition would have") String contentHash,
      @Schema(required = true) List<FindingJson> findings) {}

  /** A draft. */
  @Schema(name = "Draft", description = "草稿：尚未生效的工作簿 / workbooks that are not in force")
  public record DraftJson(@Schema(required = true) String id,
      @Schema(nullable = true, description = "草稿无法读取时为空，其余各项同此 / null, like what follows, where the draft cannot be read") String edition,
      @Schema(nullable = true, description = "所依据的发布序号，0 为未发布过 / number of the publication it rests on, 0 for none") Integer base,
      @Schema(required = true, description = "上传的工作簿 / the workbooks uploaded") List<String> workbooks,
      @Schema(nullable = true) String by, @Schema(nullable = true) Instant madeAt,
      @Schema(nullable = true) Instant changedAt, @Schema(nullable = true) String note,
      @Schema(required = true, description = "可以发布 / it can be published") boolean sound,
      @Schema(nullable = true) String contentHash, @Schema(required = true) List<FindingJson> findings,
      @Schema(nullable = true, description = "模拟时间 / when it was simulated as it is") Instant simulatedAt,
      @Schema(required = true, description = "现行版本在草稿建立后已变：发布前须先更新草稿 / what is in force changed since the draft was made: it has to be brought up to date before it is published") boolean stale,
      @Schema(required = true, description = "编制人：建立或修改过草稿的人；要求两人经办时不能由其中任何一人发布 / who made it or changed it; where two persons are wanted, none of them publishes it") List<String> authors,
      @Schema(description = "与草稿同时发布、在草稿生效前一日结束的版本 / the edition that ends the day before this one begins, in the same publication") @JsonInclude(JsonInclude.Include.NON_NULL) String ends) {}

  /** A publication. */
  @Schema(name = "Publication", description = "一次发布 / a publication")
  public record PublicationJson(@Schema(required = true) int number,
      @Schema(nullable = true, description = "记录无法读取时为空，其余各项同此 / null, like what follows, where the record cannot be read") String edition,
      @Schema(nullable = true, description = "未登录者看不到 / null for who is not logged in") String by,
      @Schema(nullable = true) Instant at, @Schema(nullable = true) String reason,
      @Schema(nullable = true) Instant effectiveFrom,
      @Schema(nullable = true, description = "IN_FORCE 生效中、PENDING 待生效、PAST 已被替代、NEVER 生效前已撤回、WITHDRAWN 已撤回且本版本现不适用 / in force, waiting, replaced, undone before its time, withdrawn so that nothing of the edition is in force") PublicationState state,
      @Schema(nullable = true, description = "发布前的版本校验码 / check code before") String hashBefore,
      @Schema(nullable = true, description = "发布后的版本校验码 / check code after") String hashAfter,
      @Schema(nullable = true, description = "该版本上一次发布的序号，0 为首次 / number of the edition's publication before, 0 where it is the first") Integer after,
      @Schema(nullable = true, description = "退回时再次发布的序号，0 为程序和目录中的内容 / number of the version published again, 0 for what application and directory hold") Integer again,
      @Schema(required = true) List<String> workbooks,
      @Schema(description = "更改已过就医日期的理由 / why days of service that were past were changed, where that was said") @JsonInclude(JsonInclude.Include.NON_NULL) String pastReason,
      @Schema(description = "草稿的编制人；未登录者看不到 / who worked on the draft; left out for who is not logged in") @JsonInclude(JsonInclude.Include.NON_NULL) List<String> authors,
      @Schema(description = "同一次发布中的另一版本：让位于本版本而结束，或一并退回 / what the same publication published of another edition, which gives way to this one or is put back with it") @JsonInclude(JsonInclude.Include.NON_NULL) AlsoJson also,
      @Schema(description = "无法读取的记录：文件和处理办法 / of a record that cannot be read: the file, and what to do") @JsonInclude(JsonInclude.Include.NON_NULL) List<FindingJson> findings) {

    /** The same without the name of the person. */
    public PublicationJson withoutName() {
      return new PublicationJson(number, edition, null, at, reason, effectiveFrom, state, hashBefore, hashAfter, after,
          again, workbooks, pastReason, null, also, findings);
    }
  }

  /** What a publication published of another edition. */
  @Schema(name = "PublicationAlso", description = "一次发布中的另一版本 / another edition of a publication")
  public record AlsoJson(@Schema(required = true, examples = "guangxi/2022") String edition,
      @Schema(nullable = true, description = "发布前的版本校验码 / check code before") String hashBefore,
      @Schema(nullable = true, description = "发布后的版本校验码 / check code after") String hashAfter,
      @Schema(required = true, description = "该版本上一次发布的序号，0 为首次 / number of the edition's publication before, 0 where it is the first") int after,
      @Schema(nullable = true, description = "退回时再次发布的序号，0 为程序和目录中的内容 / number of the version published again, 0 for what application and directory hold") Integer again,
      @Schema(required = true) List<String> workbooks) {

    static AlsoJson of(Publication.Also also) {
      return also == null ? null
          : new AlsoJson(also.edition().toString(), also.hashBefore(), also.hashAfter(), also.after(), also.again(),
              List.copyOf(new TreeSet<>(also.workbooks().keySet())));
    }
  }

  /** What is in force of an edition. */
  @Schema(name = "EditionState", description = "一个版本的生效情况 / what is in force of an edition")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EditionStateJson(@Schema(required = true) String edition,
      @Schema(description = "APPLICATION 程序自带、DIRECTORY 目录、PUBLICATION 发布 / where the workbooks come from") String origin,
      @Schema(description = "发布序号 / number of the publication") Integer publication, String contentHash,
      @Schema(description = "本进程自何时起据此核定 / since when this process decides by it") Instant since,
      @Schema(description = "未能生效的新内容 / what should be in force and is not sound") RejectedJson rejected,
      @Schema(description = "待生效的发布 / what comes into force later") PendingJson pending,
      @Schema(description = "现行发布中缺失或损坏的工作簿；服务运行期间仍按原内容核定，重新启动后不能 / workbooks of the publication in force that are missing or damaged: claims are decided by what they held, and cannot be once the service starts again") Set<String> lost,
      @Schema(description = "应当核定而不能核定：单据得到 503 POLICY_UNAVAILABLE / true where it should decide claims and cannot: they are answered 503 POLICY_UNAVAILABLE") Boolean unavailable) {}

  /** What should be in force and is not sound. */
  @Schema(name = "Rejected")
  public record RejectedJson(@Schema(required = true) String origin, @Schema(nullable = true) Integer publication,
      @Schema(required = true) Instant since, @Schema(required = true) List<FindingJson> findings) {}

  /** A publication whose time has not come. */
  @Schema(name = "Pending")
  public record PendingJson(@Schema(required = true) int publication, @Schema(required = true) Instant effectiveFrom) {}

  /** What the store knows of itself. */
  @Schema(name = "StoreState", description = "政策来源的状态 / the state of the policy store")
  public record StoreJson(@Schema(required = true, description = "全部内容均已生效 / all of it is in force") boolean sound,
      @Schema(required = true, description = "配置了政策目录 / a directory is configured") boolean directory,
      @Schema(required = true, description = "可以保存草稿和发布 / drafts and publications can be kept") boolean writable,
      @Schema(nullable = true) Instant readAt,
      @Schema(nullable = true, description = "目录无法读取的原因 / why the directory cannot be read") String fault,
      @Schema(required = true, description = "全部版本均按已发布的内容核定，历史完整可知 / every edition decides by what was published, and all of the history is known") boolean ready,
      @Schema(required = true, description = "发布历史中缺失或损坏之处，以及应知的其他情况（如时钟不一致） / what is missing of the history or damaged in it, and what else to know, such as clocks that differ") List<FindingJson> findings,
      @Schema(required = true, description = "不属于任何版本的工作簿 / workbooks that belong to no edition") List<String> ignored,
      @Schema(required = true) List<EditionStateJson> editions) {}

  /** Findings, in one language. */
  public static List<FindingJson> of(List<Finding> findings, Language language) {
    return findings.stream().map(finding -> new FindingJson(finding.file(), finding.sheet(), finding.cell(),
        language.of(finding.zh(), finding.en()),
        finding.example() == null ? null : ClaimView.of(finding.example()))).toList();
  }

  /** A finding about a file as one sentence. */
  private static String said(Finding finding, Language language) {
    return language.text("language.labelled", finding.file(), language.of(finding.zh(), finding.en()));
  }

  /** What a check found, in one language. */
  public static CheckJson of(CheckResult result, Language language) {
    return new CheckJson(result.edition().toString(), result.isSound(), result.contentHash(),
        of(result.findings(), language));
  }

  /** All drafts, in one language, each with its first findings; those that cannot be read come last. */
  public static List<DraftJson> of(DraftList list, Language language) {
    List<DraftJson> all =
        new ArrayList<>(list.drafts().stream()
            .map(draft -> of(draft, list.isStale(draft), first(draft.findings()), language)).toList());
    list.damaged().stream().filter(file -> file.name() != null)
        .map(file -> new DraftJson(file.name(), null, null, List.of(), null, null, null, null, false, null,
            of(List.of(file.finding()), language), null, false, List.of(), null))
        .forEach(all::add);
    return all;
  }

  /** A draft, in one language; stale where what is in force changed since it was made. */
  public static DraftJson of(Draft draft, boolean stale, Language language) {
    return of(draft, stale, draft.findings(), language);
  }

  /** As many findings as a list of drafts has room for, and how much more there is. */
  private static List<Finding> first(List<Finding> findings) {
    if (findings.size() <= MAX_LISTED) {
      return findings;
    }
    List<Finding> first = new ArrayList<>(findings.subList(0, MAX_LISTED));
    int more = findings.size() - MAX_LISTED;
    first.add(Finding.ofFile(findings.get(MAX_LISTED).file(), Message.of("desk.and-more-see-the-draft", more)));
    return first;
  }

  private static DraftJson of(Draft draft, boolean stale, List<Finding> findings, Language language) {
    return new DraftJson(draft.id(), draft.edition().toString(), draft.base(),
        List.copyOf(new TreeSet<>(draft.workbooks().keySet())), draft.by(), draft.madeAt(), draft.changedAt(),
        draft.note(), draft.isSound(), draft.contentHash(), of(findings, language), draft.simulatedAt(),
        stale, List.copyOf(draft.authors()), draft.ends() == null ? null : draft.ends().toString());
  }

  /** A publication. */
  public static PublicationJson of(PublicationEntry entry) {
    Publication made = entry.publication();
    return new PublicationJson(made.number(), made.edition().toString(), made.by(), made.at(), made.reason(),
        made.effectiveFrom(), entry.place(), made.hashBefore(), made.hashAfter(), made.after(), made.again(),
        List.copyOf(new TreeSet<>(made.workbooks().keySet())), made.pastReason(), made.authors(),
        AlsoJson.of(made.also()), null);
  }

  /** Records of publications that cannot be read and are not among those that can, in one language. */
  public static List<PublicationJson> damaged(List<DamagedFile> damaged, List<PublicationJson> readable,
      Language language) {
    Set<String> known =
        readable.stream().map(publication -> Integer.toString(publication.number())).collect(Collectors.toSet());
    return damaged.stream().filter(file -> file.name() != null && !known.contains(file.name()))
        .map(file -> new PublicationJson(Integer.parseInt(file.name()), null, null, null, null, null, null, null, null,
            null, null, List.of(), null, null, null, of(List.of(file.finding()), language)))
        .toList();
  }

  /** What is in force of an edition, in one language. */
  public static EditionStateJson of(EditionState state, Language language) {
    EditionState.InForce inForce = state.inForce();
    EditionState.Rejected rejected = state.rejected();
    EditionState.Pending pending = state.pending();
    return new EditionStateJson(state.edition().toString(), inForce == null ? null : inForce.origin().name(),
        inForce == null ? null : inForce.publication(), inForce == null ? null : inForce.contentHash(),
        inForce == null ? null : inForce.since(),
        rejected == null ? null
            : new RejectedJson(rejected.origin().name(), rejected.publication(), rejected.since(),
                of(rejected.findings(), language)),
        pending == null ? null : new PendingJson(pending.publication(), pending.effectiveFrom()),
        state.lost().isEmpty() ? null : state.lost(), state.isUnavailable() ? true : null);
  }

  /** What the store knows of itself, in one language. */
  public static StoreJson of(StoreState state, Language language) {
    List<Finding> findings = new ArrayList<>(state.history());
    findings.addAll(state.notices());
    return new StoreJson(state.isSound(), state.directory() != null, state.writable(), state.readAt(),
        state.fault() == null ? null : said(state.fault(), language),
        state.isReady(), of(findings, language), state.ignored(),
        state.editions().stream().map(edition -> of(edition, language)).toList());
  }
}
