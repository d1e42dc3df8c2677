package cn.tuodi.spark;

import cn.tuodi.language.Language;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What both jobs are told. */
final class JobOptions {

  @Option(names = "--claims", required = true, paramLabel = "PATH", description = {
      "单据：文件、文件夹或通配符，可在 HDFS、S3 上；.csv、.parquet，其他为每行一份 JSON",
      "the claims: a file, a folder or a pattern, on HDFS or S3, too; .csv, .parquet, else a claim in JSON a line"})
  String claims;

  @Option(names = "--format", description = {"${COMPLETION-CANDIDATES}，缺省按文件名", "by default as files are named"})
  PortfolioFormat format;

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = {
      "结果文件夹；中断后用同样的参数再启动，只算缺少的部分", "folder of results; a job that is started again does only what is missing"})
  String out;

  @Option(names = "--slices", paramLabel = "NUMBER", description = {"按人员分成多少份，缺省为处理器数的八倍，再启动时沿用",
      "into how many slices persons are dealt; by default eight for each processor, and as before when started again"})
  Integer slices;

  @Option(names = "--rules", paramLabel = "FOLDER", description = {"规则文件夹；缺省为表格文件夹旁的 rules",
      "folder of rules; by default the rules beside the tables"})
  Path rules;

  @Option(names = "--store", paramLabel = "FOLDER", description = {"已发布政策所在的目录；版本按其中现行的计算，draft:编号 为其中的草稿",
      "a directory of published policy: editions are those in force there, and draft:ID is a draft there"})
  Path store;

  @Option(names = "--language", defaultValue = "ZH", description = {"${COMPLETION-CANDIDATES}，缺省 ${DEFAULT-VALUE}",
      "by default ${DEFAULT-VALUE}"})
  Language language;
}
