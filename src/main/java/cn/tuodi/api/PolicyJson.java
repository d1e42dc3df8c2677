package cn.tuodi.api;

import cn.tuodi.desk.DeskJson;
import cn.tuodi.edition.proof.ProvisionTests;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.Instrument;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Provision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An edition of policy as the wire contract has it. */
@Schema(name = "Edition", description = "一版政策 / an edition of policy")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PolicyJson(@Schema(required = true, examples = "guangxi/2022") String edition,
    @Schema(required = true) String region, @Schema(required = true) int year, @Schema(required = true) String name,
    @Schema(required = true, description = "行政区划代码，含其下辖地区 / area code, with everything below") String areaCode,
    @Schema(required = true) LocalDate inForceFrom,
    @Schema(nullable = true, description = "null 为未定 / null while open") LocalDate inForceTo,
    @Schema(required = true) String contentHash, @Schema(required = true) List<InstrumentJson> instruments,
    @Schema(required = true) List<TableJson> tables,
    @Schema(required = true, description = "制定了地方标准的统筹地区 / areas that have set standards of their own") List<AreaJson> localStandards,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "来源和生效情况 / where it comes from and since when it is in force") DeskJson.EditionStateJson state) {

  /** A pooling area with standards of its own. */
  @Schema(name = "LocalStandards")
  public record AreaJson(@Schema(required = true, examples = "450100") String areaCode,
      @Schema(required = true, description = "该地区适用内容的摘要 / hash of what holds in the area") String contentHash,
      @Schema(required = true) List<TableJson> tables) {}

  /** A policy document. */
  @Schema(name = "Instrument")
  public record InstrumentJson(@Schema(required = true) String number, @Schema(required = true) String title,
      @Schema(required = true) LocalDate issuedOn, @Schema(required = true) LocalDate inForceFrom) {}

  /** A sheet of a workbook. */
  @Schema(name = "Table")
  public record TableJson(@Schema(required = true) String workbook, @Schema(required = true) String sheet,
      @Schema(required = true) int rows) {}

  /** The provision register of an edition. */
  @Schema(name = "ProvisionRegister")
  public record Register(@Schema(required = true) String edition, @Schema(required = true) String contentHash,
      @Schema(required = true) List<RegisterEntry> provisions) {}

  /** An entry of the provision register. */
  @Schema(name = "RegisterEntry")
  public record RegisterEntry(@Schema(required = true) String id, @Schema(required = true) String instrument,
      @Schema(required = true) String article,
      @Schema(required = true, description = "C 计算、A 提示、– 组织 / computed, answered, organisational") String status,
      @Schema(required = true) Provision.Question question, @Schema(required = true) String summary,
      @Schema(required = true) String summaryEn, @Schema(required = true) List<RowJson> rows,
      @Schema(required = true) List<String> rules, @Schema(required = true) List<String> tests) {}

  /** A row that states a provision. */
  @Schema(name = "RegisterRow")
  public record RowJson(@Schema(required = true) String table, @Schema(required = true) String sheet,
      @Schema(required = true) int row) {}

  /** An edition, in one language. */
  public static PolicyJson of(EditionDescription edition, Language language) {
    return new PolicyJson(edition.id().toString(), edition.id().region(), edition.id().year(),
        language.of(edition.name(), edition.nameEn()), edition.areaCode(), edition.from(), edition.to(),
        edition.contentHash(), edition.instruments().stream().map(instrument -> of(instrument, language)).toList(),
        tables(edition, edition.tables()), areas(edition), null);
  }

  private static List<TableJson> tables(EditionDescription edition, List<EditionDescription.Table> tables) {
    return tables.stream()
        .map(table -> new TableJson(edition.path(table.workbook()), table.sheet(), table.rows().size())).toList();
  }

  /** Each area with the tables that its edition has more. */
  private static List<AreaJson> areas(EditionDescription edition) {
    return edition.areas().stream().map(area -> new AreaJson(area.areaCode(), area.contentHash(),
        tables(area, area.tables().stream().filter(table -> !edition.tables().contains(table)).toList()))).toList();
  }

  /** The same with where it comes from. */
  public PolicyJson in(DeskJson.EditionStateJson found) {
    return new PolicyJson(edition, region, year, name, areaCode, inForceFrom, inForceTo, contentHash, instruments,
        tables, localStandards, found);
  }

  /** The provision register of an edition. */
  public static Register register(EditionDescription edition, ProvisionTests proofs) {
    return new Register(edition.id().toString(), edition.contentHash(), edition.provisions().values().stream()
        .map(provision -> entry(edition, provision, proofs)).toList());
  }

  private static InstrumentJson of(Instrument instrument, Language language) {
    return new InstrumentJson(instrument.number(), language.of(instrument.title(), instrument.titleEn()),
        instrument.issuedOn(), instrument.inForceFrom());
  }

  private static RegisterEntry entry(EditionDescription edition, Provision provision, ProvisionTests proofs) {
    List<RowJson> rows = new ArrayList<>();
    for (EditionDescription.Table table : edition.tables()) {
      for (EditionDescription.TableRow row : table.rows()) {
        if (row.provisions().contains(provision.id())) {
          rows.add(new RowJson(edition.path(table.workbook()), table.sheet(), row.row()));
        }
      }
    }
    List<String> rules = edition.rules().stream().filter(rule -> provision.id().equals(rule.provision()))
        .map(EditionDescription.RuleEntry::name).toList();
    return new RegisterEntry(provision.id(), provision.instrument(), provision.article(), provision.status().code(),
        provision.question(), provision.zh(), provision.en(), rows, rules, proofs.of(provision.id()));
  }
}
