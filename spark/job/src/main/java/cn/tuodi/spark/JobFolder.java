package cn.tuodi.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder of a job's results. A slice is there whole or not at all: it is written under a name of its own and put in its
 * place when it is done.
 */
final class JobFolder implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PLAN = "job.json";
  private static final String RESULT = "result.json";
  private static final String SUMS = "sums.json";
  private static final String SLICES = "slices";
  private static final String WRITING = "_writing";

  private final String folder;
  private final SerializableConfiguration hadoop;

  JobFolder(String folder, Configuration hadoop) {
    this.folder = folder;
    this.hadoop = new SerializableConfiguration(hadoop);
  }

  /** The plan of an earlier start; null where there was none. */
  JobPlan plan() throws IOException {
    byte[] written = read(new Path(folder, PLAN));
    return written == null ? null : FenJson.read(written, JobPlan.class);
  }

  void keep(JobPlan plan) throws IOException {
    write(new Path(folder, PLAN), FenJson.bytes(plan));
  }

  /** The slices that are not there, rising; what an ended job was writing is removed. */
  int[] missing(int slices) throws IOException {
    context().delete(new Path(folder, WRITING), true);
    return IntStream.range(0, slices).filter(slice -> {
      try {
        return !context().util().exists(new Path(place(slice), SUMS));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }).toArray();
  }

  private Path place(int slice) {
    return new Path(new Path(folder, SLICES), String.format("%06d", slice));
  }

  /** A folder in which a slice is written. */
  Path writing(int slice) {
    return new Path(new Path(folder, WRITING), String.format("%06d-%s", slice, UUID.randomUUID()));
  }

  /** A file to be written in a folder. */
  OutputStream create(Path written, String name) throws IOException {
    return context().create(new Path(written, name), EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE),
        Options.CreateOpts.createParent());
  }

  /** Puts a slice that was written in its place; one that another has done meanwhile stays. */
  void put(int slice, Path written, PortfolioSums.Written sums) throws IOException {
    write(new Path(written, SUMS), FenJson.bytes(sums));
    context().mkdir(new Path(folder, SLICES), null, true);
    try {
      context().rename(written, place(slice), Options.Rename.NONE);
    } catch (FileAlreadyExistsException e) {
      context().delete(written, true);
    }
  }

  /** What a slice adds up to. */
  PortfolioSums.Written sums(int slice) throws IOException {
    return FenJson.read(read(new Path(place(slice), SUMS)), PortfolioSums.Written.class);
  }

  /** Keeps what the whole adds up to: with it the job is done. */
  void finish(byte[] result) throws IOException {
    write(new Path(folder, RESULT), result);
    context().delete(new Path(folder, WRITING), true);
  }

  private byte[] read(Path file) throws IOException {
    try (InputStream in = context().open(file)) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  /** Writes a file whole or not at all. */
  private void write(Path file, byte[] content) throws IOException {
    Path part = new Path(file.getParent(), "_" + file.getName() + "-" + UUID.randomUUID());
    try (OutputStream out =
        context().create(part, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
      out.write(content);
    }
    context().rename(part, file, Options.Rename.OVERWRITE);
  }

  private FileContext context() throws IOException {
    return FileContext.getFileContext(new Path(folder).toUri().getScheme() == null
        ? FileContext.getFileContext(hadoop.value()).makeQualified(new Path(folder)).toUri()
        : new Path(folder).toUri(), hadoop.value());
  }
}
