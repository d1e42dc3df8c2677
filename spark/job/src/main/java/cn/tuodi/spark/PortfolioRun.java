package cn.tuodi.spark;

import cn.tuodi.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Runs a job: finds the input, deals its lines to slices, has each slice done that is not there, and adds them up. */
final class PortfolioRun {

  private static final int SLICES_OF_A_PROCESSOR = 8;

  private final JobOptions options;
  private final List<PolicyContent> policies;
  private final boolean compared;
  private final boolean asIfInForce;

  /**
   * A job.
   *
   * @param options what it was told
   * @param policies editions that decide together, or the two that are compared
   * @param compared whether two are compared
   * @param asIfInForce whether every claim is decided as if the policies were in force at its place and on its day
   */
  PortfolioRun(JobOptions options, List<PolicyContent> policies, boolean compared, boolean asIfInForce) {
    this.options = options;
    this.policies = policies;
    this.compared = compared;
    this.asIfInForce = asIfInForce;
  }

  /**
   * Runs it to its end.
   *
   * @throws JobRefusal if there are no claims, or the folder is that of another job
   */
  void run(PrintWriter told) {
    SparkSession session = SparkSession.builder().appName("tuodi").config("spark.serializer",
        KryoSerializer.class.getName()).getOrCreate();
    try {
      run(session, told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      session.stop();
    }
  }

  /** The same with a session that stays. */
  void run(SparkSession session, PrintWriter told) throws IOException {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Configuration hadoop = spark.hadoopConfiguration();
    ClaimFiles files = ClaimFiles.of(options.claims, hadoop);
    PortfolioFormat format = options.format == null ? PortfolioFormat.of(files.paths().get(0)) : options.format;
    JobFolder folder = new JobFolder(options.out, hadoop);
    JobPlan plan = plan(files.inputs(spark), format, folder, spark.defaultParallelism());
    int[] missing = folder.missing(plan.slices());
    tell(told, "共 " + plan.slices() + " 份，待算 " + missing.length + " 份",
        plan.slices() + " slices, " + missing.length + " to be done");
    if (missing.length > 0) {
      decide(spark, ClaimLines.of(session, files, format, options.language), folder,
          new SlicePartitioner(plan.slices(), missing));
    }
    PortfolioSums sums = new PortfolioSums(compared);
    for (int slice = 0; slice < plan.slices(); slice++) {
      sums.add(folder.sums(slice));
    }
    PortfolioSums.Written written = sums.written();
    folder.finish(Json.bytes(ResultJson.of(plan, written)));
    tell(told, "完成：单据 " + written.claims() + "，不能识别的行 " + written.unreadable(),
        "done: " + written.claims() + " claims, " + written.unreadable() + " lines that are none");
  }

  private static void tell(PrintWriter told, String chinese, String english) {
    told.println(chinese + " / " + english);
    told.flush();
  }

  private JobPlan plan(List<JobPlan.Input> inputs, PortfolioFormat format, JobFolder folder, int processors)
      throws IOException {
    JobPlan earlier = folder.plan();
    if (options.slices != null && options.slices < 1) {
      throw JobRefusal.of("--slices 至少为 1", "--slices is at least 1");
    }
    int usual = earlier == null ? SLICES_OF_A_PROCESSOR * processors : earlier.slices();
    JobPlan plan = new JobPlan(compared ? "compare" : "decide", inputs, format,
        policies.stream().map(policy -> new JobPlan.Policy(policy.name(), policy.contentHash())).toList(),
        asIfInForce, options.slices == null ? usual : options.slices, options.language);
    if (earlier == null) {
      folder.keep(plan);
    } else if (!earlier.equals(plan)) {
      throw JobRefusal.of("文件夹 " + options.out + " 是另一次计算的结果（单据、政策或参数不同），请另选 --out",
          "the folder has the results of another job, of other claims, policies or options: choose another --out");
    }
    return plan;
  }

  private void decide(JavaSparkContext spark, ClaimLines lines, JobFolder folder, SlicePartitioner slices) {
    Broadcast<byte[]> content = spark.broadcast(
        new JobContent(policies, compared, asIfInForce, lines.headers(), options.language).written());
    JavaPairRDD<byte[], byte[]> keyed = lines.numbered().mapPartitionsToPair(part -> {
      Iterator<Tuple2<byte[], byte[]>> each =
          new KeyedLines(part, slices, JobContent.read(content.value()).parsers());
      return each;
    });
    keyed.repartitionAndSortWithinPartitions(slices, ClaimKey.ORDER)
        .foreachPartition(new SliceTask(content, slices, folder));
  }
}
