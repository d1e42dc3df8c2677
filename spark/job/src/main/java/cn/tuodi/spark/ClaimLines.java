package cn.tuodi.spark;

import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.PortfolioFault;
import cn.tuodi.simulation.portfolio.PortfolioLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;
import scala.Tuple3;

/**
 * The lines of a portfolio, each with its number. Lines are numbered file by file in the order of names, from 1 on through
 * all files, and the same however the files are split.
 */
final class ClaimLines {

  private static final String LINE_END = "textinputformat.record.delimiter";

  private final JavaPairRDD<Long, byte[]> numbered;
  private final List<byte[]> headers;

  private ClaimLines(JavaPairRDD<Long, byte[]> numbered, List<byte[]> headers) {
    this.numbered = numbered;
    this.headers = headers;
  }

  /** Lines by their numbers, as {@link ClaimLine#written()}; blank ones are passed over. */
  JavaPairRDD<Long, byte[]> numbered() {
    return numbered;
  }

  /** The rows of column names to which lines refer. */
  List<byte[]> headers() {
    return headers;
  }

  /**
   * Reads a portfolio.
   *
   * @throws JobRefusal if the columns of a file are not sound
   */
  static ClaimLines of(SparkSession session, ClaimFiles files, PortfolioFormat format, Language language) {
    return switch (format) {
      case NDJSON -> text(session, files, null);
      case CSV -> text(session, files, files.headers(language));
      case PARQUET -> parquet(session, files, language);
    };
  }

  private static ClaimLines text(SparkSession session, ClaimFiles files, List<ClaimFiles.Header> headers) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Configuration hadoop = new Configuration(spark.hadoopConfiguration());
    if (headers == null) {
      // As in a batch; rows of a table may end with a carriage return, too.
      hadoop.set(LINE_END, "\n");
    }
    hadoop.set(TextInputFormat.INPUT_DIR,
        files.paths().stream().map(path -> path.replace(",", "\\,")).collect(Collectors.joining(",")));
    JavaNewHadoopRDD<LongWritable, Text> read =
        (JavaNewHadoopRDD<LongWritable, Text>) spark.newAPIHadoopRDD(hadoop, TextInputFormat.class,
            LongWritable.class, Text.class);
    List<Split> splits = read.mapPartitionsWithInputSplit((split, lines) -> {
      FileSplit part = (FileSplit) split;
      long count = 0;
      while (lines.hasNext()) {
        lines.next();
        count++;
      }
      return List.of(new Tuple3<>(part.getPath().toString(), part.getStart(), count)).iterator();
    }, true).collect().stream().map(split -> new Split(split._1(), split._2(), split._3())).toList();
    long[] before = before(splits, files.paths());
    int[] file = splits.stream().mapToInt(split -> files.paths().indexOf(split.path())).toArray();
    long[] skipped = skipped(splits, headers, file);
    boolean table = headers != null;
    JavaPairRDD<Long, byte[]> numbered = read.values().mapPartitionsWithIndex((partition, lines) -> {
      Iterator<Tuple2<Long, byte[]>> each = new NumberedLines(lines, before[partition],
          table ? file[partition] : ClaimLine.JSON, skipped[partition]);
      return each;
    }, true).mapToPair(line -> line);
    return new ClaimLines(numbered,
        table ? headers.stream().map(ClaimFiles.Header::columns).toList() : List.of());
  }

  /**
   * A part of a file.
   *
   * @param path its file
   * @param start where it begins
   * @param lines how many lines begin in it
   */
  private record Split(String path, long start, long lines) {}

  /** How many lines stand before each part, in the order of files and of parts within each. */
  private static long[] before(List<Split> splits, List<String> paths) {
    Integer[] order = IntStream.range(0, splits.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (one, other) -> {
      int byFile = Integer.compare(paths.indexOf(splits.get(one).path()), paths.indexOf(splits.get(other).path()));
      return byFile != 0 ? byFile : Long.compare(splits.get(one).start(), splits.get(other).start());
    });
    long[] before = new long[order.length];
    long lines = 0;
    for (int split : order) {
      before[split] = lines;
      lines += splits.get(split).lines();
    }
    return before;
  }

  /** How many lines at the beginning of each part are no claims but name columns. */
  private static long[] skipped(List<Split> splits, List<ClaimFiles.Header> headers, int[] file) {
    long[] skipped = new long[splits.size()];
    if (headers != null) {
      Map<Integer, Long> left = new HashMap<>();
      int[] order = IntStream.range(0, splits.size()).boxed()
          .sorted((one, other) -> Long.compare(splits.get(one).start(), splits.get(other).start()))
          .mapToInt(Integer::intValue).toArray();
      for (int split : order) {
        long rows = left.computeIfAbsent(file[split], index -> headers.get(index).lines());
        skipped[split] = Math.min(rows, splits.get(split).lines());
        left.put(file[split], rows - skipped[split]);
      }
    }
    return skipped;
  }

  private static ClaimLines parquet(SparkSession session, ClaimFiles files, Language language) {
    Dataset<Row> rows = session.read().parquet(files.paths().toArray(String[]::new));
    StructType schema = rows.schema();
    Dataset<Row> placed = rows.select(functions.col("*"), functions.col("_metadata.file_path").as("__file"),
        functions.col("_metadata.row_index").as("__row"));
    Map<String, Long> before = before(placed, files.paths());
    DataType person = schema.getFieldIndex("person").isDefined()
        ? schema.apply("person").dataType() : null;
    if (person instanceof StructType) {
      Dataset<Row> lines = rows.select(functions.to_json(functions.struct(functions.col("*"))),
          functions.col("_metadata.file_path"), functions.col("_metadata.row_index"));
      return new ClaimLines(lines.javaRDD().mapToPair(row -> new Tuple2<>(number(row, 1, before),
          ClaimLine.of(ClaimLine.JSON, row.getString(0).getBytes(StandardCharsets.UTF_8)).written())), List.of());
    }
    byte[] header = String.join(",", schema.fieldNames()).getBytes(StandardCharsets.UTF_8);
    try {
      PortfolioLines.csv(header, language);
    } catch (PortfolioFault e) {
      throw new JobRefusal(e.getMessage());
    }
    int columns = schema.size();
    return new ClaimLines(placed.javaRDD().mapToPair(row -> new Tuple2<>(number(row, columns, before),
        ClaimLine.of(0, record(row, columns)).written())), List.of(header));
  }

  /** How many rows stand before each file. */
  private static Map<String, Long> before(Dataset<Row> placed, List<String> paths) {
    Map<String, Long> counts = new HashMap<>();
    placed.groupBy("__file").count().collectAsList()
        .forEach(row -> counts.put(ClaimFiles.plain(row.getString(0)), row.getLong(1)));
    Map<String, Long> before = new HashMap<>();
    long rows = 0;
    for (String path : paths) {
      String file = ClaimFiles.plain(path);
      before.put(file, rows);
      rows += counts.getOrDefault(file, 0L);
    }
    return before;
  }

  private static long number(Row row, int at, Map<String, Long> before) {
    return before.get(ClaimFiles.plain(row.getString(at))) + row.getLong(at + 1) + 1;
  }

  /** A row as a line of comma-separated values; what it lacks is left empty. */
  private static byte[] record(Row row, int columns) {
    StringBuilder line = new StringBuilder();
    try {
      CSVFormat.DEFAULT.builder().setRecordSeparator("").get().printRecord(line,
          IntStream.range(0, columns).mapToObj(i -> cell(row.get(i))).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(Object value) {
    if (value instanceof java.math.BigDecimal number) {
      return number.toPlainString();
    }
    return value == null ? "" : value.toString();
  }
}
