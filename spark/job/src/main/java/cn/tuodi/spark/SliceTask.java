package cn.tuodi.spark;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Does one slice on an executor: its lines come sorted, one after the other, however many one person has. */
final class SliceTask implements VoidFunction<Iterator<Tuple2<byte[], byte[]>>> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<byte[]> content;
  private final SlicePartitioner slices;
  private final JobFolder folder;

  SliceTask(Broadcast<byte[]> content, SlicePartitioner slices, JobFolder folder) {
    this.content = content;
    this.slices = slices;
    this.folder = folder;
  }

  @Override
  public void call(Iterator<Tuple2<byte[], byte[]>> lines) throws IOException {
    JobContent job = JobContent.read(content.value());
    int slice = slices.slice(TaskContext.getPartitionId());
    Path written = folder.writing(slice);
    PortfolioSums sums = new PortfolioSums(job.compared());
    try (SliceRun run = job.compared() ? new CompareRun(job, sums, folder, written)
        : new DecideRun(job, sums, folder, written)) {
      while (lines.hasNext()) {
        Tuple2<byte[], byte[]> line = lines.next();
        run.take(line._1(), ClaimLine.read(line._2()));
      }
    }
    folder.put(slice, written, sums.written());
  }
}
