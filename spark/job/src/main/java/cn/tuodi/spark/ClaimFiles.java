package cn.tuodi.spark;

import cn.tuodi.batch.LineReader;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.PortfolioFault;
import cn.tuodi.simulation.portfolio.PortfolioLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/** The files of a portfolio, in the order of their names. */
final class ClaimFiles {

  private static final int BUFFER = 1 << 20;

  private final Configuration hadoop;
  private final List<FileStatus> files;

  private ClaimFiles(Configuration hadoop, List<FileStatus> files) {
    this.hadoop = hadoop;
    this.files = files;
  }

  /**
   * The rows above the claims of a file.
   *
   * @param columns the row of column names
   * @param lines how many lines of the file are no claims
   */
  record Header(byte[] columns, long lines) implements Serializable {}

  /**
   * Finds the files of a path.
   *
   * @throws JobRefusal if there are none
   */
  static ClaimFiles of(String path, Configuration hadoop) {
    try {
      Path pattern = new Path(path);
      FileSystem system = pattern.getFileSystem(hadoop);
      FileStatus[] found = system.globStatus(pattern);
      List<FileStatus> files = new ArrayList<>();
      for (FileStatus one : found == null ? new FileStatus[0] : found) {
        files.addAll(one.isDirectory() ? Arrays.asList(system.listStatus(one.getPath())) : List.of(one));
      }
      files.removeIf(file -> file.isDirectory() || file.getLen() == 0
          || file.getPath().getName().startsWith("_") || file.getPath().getName().startsWith("."));
      if (files.isEmpty()) {
        throw JobRefusal.of("没有单据文件，或者都是空的：" + path, "there are no files of claims, or all are empty");
      }
      files.sort(Comparator.comparing(file -> file.getPath().toString()));
      return new ClaimFiles(hadoop, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their paths. */
  List<String> paths() {
    return files.stream().map(file -> file.getPath().toString()).toList();
  }

  /** What they are, each with a hash over its content, which is made side by side. */
  List<JobPlan.Input> inputs(JavaSparkContext spark) {
    SerializableConfiguration configuration = new SerializableConfiguration(hadoop);
    List<String> hashes = spark.parallelize(paths(), Math.min(files.size(), 10_000))
        .map(file -> sha256(new Path(file), configuration.value())).collect();
    List<JobPlan.Input> inputs = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      inputs.add(new JobPlan.Input(files.get(i).getPath().toString(), files.get(i).getLen(), hashes.get(i)));
    }
    return inputs;
  }

  private static String sha256(Path file, Configuration hadoop) throws IOException {
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The rows of column names, one a file.
   *
   * @throws JobRefusal if one is not sound
   */
  List<Header> headers(Language language) {
    List<Header> headers = new ArrayList<>();
    for (FileStatus file : files) {
      try (InputStream in = opened(file.getPath())) {
        headers.add(header(new LineReader(in, LineReader.MAX_LINE, true)));
        PortfolioLines.csv(headers.get(headers.size() - 1).columns(), language);
      } catch (PortfolioFault e) {
        throw new JobRefusal(file.getPath() + ": " + e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return headers;
  }

  private InputStream opened(Path file) throws IOException {
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(file);
    InputStream in = file.getFileSystem(hadoop).open(file);
    return codec == null ? in : codec.createInputStream(in);
  }

  private static Header header(LineReader lines) throws IOException {
    LineReader.Line line = first(lines);
    if (PortfolioLines.isAboutSeparator(line.bytes())) {
      line = first(lines);
    }
    return new Header(line.bytes(), line.number());
  }

  private static LineReader.Line first(LineReader lines) throws IOException {
    List<LineReader.Line> first = lines.next(1);
    return first.isEmpty() || first.get(0).bytes() == null ? new LineReader.Line(1, new byte[0]) : first.get(0);
  }

  /** The file of a path as the file system says it. */
  static String plain(String path) {
    return URI.create(path.replace(" ", "%20")).getPath();
  }
}
