package cn.tuodi.batch;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.claim.Claim;
import cn.tuodi.language.Language;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.observation.Intake;
import cn.tuodi.observation.ProblemMeters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.IntStream;

/**
 * Decides a stream of claims. Lines are taken in blocks; within a block different persons are decided side by side,
 * while the next block is read, and answers are written in the order of the lines.
 */
public final class Batch {

  private static final int BLOCK = 128;
  private static final ForkJoinPool WORKERS =
      new ForkJoinPool(Runtime.getRuntime().availableProcessors(), Batch::worker, null, false);

  private final AssistanceDecider decider;
  private final DecisionMeters meters;
  private final Language language;
  private final boolean traced;

  /**
   * A batch.
   *
   * @param decider decides each claim
   * @param meters count the lines
   * @param language language of messages
   * @param traced whether decisions list the rules that fired
   */
  public Batch(AssistanceDecider decider, DecisionMeters meters, Language language, boolean traced) {
    this.decider = decider;
    this.meters = meters;
    this.language = language;
    this.traced = traced;
  }

  /**
   * Answers every line with a decision or a problem. Blank lines are passed over. Lines that came are answered before
   * more are waited for.
   *
   * @param in claims in UTF-8, one a line
   * @param out answers in UTF-8, one a line
   */
  public void run(InputStream in, OutputStream out) throws IOException {
    open(in).answer(out);
  }

  /** Waits for the first lines of a stream, so that one without any can be refused before anything is answered. */
  public Opened open(InputStream in) throws IOException {
    return new Opened(new LineReader(in, LineReader.MAX_LINE));
  }

  /** A stream of claims of which the first lines have come. */
  public final class Opened {

    private final LineReader lines;
    private List<LineReader.Line> block;

    private Opened(LineReader lines) throws IOException {
      this.lines = lines;
      this.block = lines.next(BLOCK);
    }

    /** Whether there is not a single line that is not blank. */
    public boolean isEmpty() {
      return block.isEmpty();
    }

    /** Answers every line, once. */
    public void answer(OutputStream out) throws IOException {
      Progress progress = Progress.NONE;
      DecidedClaims earlier = new DecidedClaims();
      ForkJoinTask<List<BatchGroup>> deciding = null;
      while (!block.isEmpty()) {
        List<LineReader.Line> taken = block;
        ForkJoinTask<List<BatchGroup>> next = WORKERS.submit(() -> decided(taken));
        if (deciding != null) {
          progress = write(deciding.join(), progress, earlier, out);
        }
        deciding = next;
        if (!lines.isReady()) {
          progress = write(deciding.join(), progress, earlier, out);
          deciding = null;
          out.flush();
        }
        block = lines.next(BLOCK);
      }
      if (deciding != null) {
        write(deciding.join(), progress, earlier, out);
      }
    }
  }

  /** A thread that finds the engine's services where this class finds them. */
  private static ForkJoinWorkerThread worker(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setContextClassLoader(Batch.class.getClassLoader());
    return thread;
  }

  /** The groups of a block, each decided as if the persons before were others. */
  private List<BatchGroup> decided(List<LineReader.Line> block) {
    List<BatchLine> lines = IntStream.range(0, block.size()).parallel().mapToObj(i -> read(block.get(i))).toList();
    List<BatchGroup> groups = grouped(lines);
    IntStream.range(0, groups.size()).parallel()
        .forEach(i -> groups.get(i).decide(this::decide, Progress.NONE, language));
    return groups;
  }

  private Progress write(List<BatchGroup> groups, Progress from, DecidedClaims earlier, OutputStream out)
      throws IOException {
    Progress progress = from;
    for (BatchGroup group : groups) {
      group.settle(this::decide, progress, language);
      progress = group.after();
      for (BatchAnswer answer : group.answers()) {
        BatchAnswer told = answer.among(earlier, language);
        out.write(told.bytes());
        out.write('\n');
        count(told);
      }
    }
    return progress;
  }

  /** Counts an answer once it is written: until then it may be made again. */
  private void count(BatchAnswer answer) {
    meters.line(answer.outcome());
    if (answer.decision() != null) {
      meters.answered(Intake.BATCH, answer.decision());
    } else {
      ProblemMeters.count(answer.code());
    }
  }

  private Outcome decide(Claim claim) {
    return meters.timed(() -> decider.decide(claim, traced));
  }

  private BatchLine read(LineReader.Line line) {
    return BatchLine.read(line, language);
  }

  private static List<BatchGroup> grouped(List<BatchLine> lines) {
    List<BatchGroup> groups = new ArrayList<>();
    BatchGroup group = new BatchGroup();
    for (BatchLine line : lines) {
      if (!group.take(line)) {
        groups.add(group);
        group = new BatchGroup();
        group.take(line);
      }
    }
    groups.add(group);
    return groups;
  }
}
