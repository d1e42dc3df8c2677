package cn.tuodi.batch;

import cn.tuodi.decision.Decider;
import cn.tuodi.wire.Language;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides a stream of claims. Lines are taken in blocks; within a block different persons are decided side by side, and
 * answers are written in the order of the lines.
 */
public final class Batch {

  private static final int BLOCK = 512;
  private static final int LONGEST_LINE = 64 * 1024;

  private final Decider decider;
  private final Language language;

  /**
   * A batch.
   *
   * @param decider decides each claim
   * @param language language of messages
   */
  public Batch(Decider decider, Language language) {
    this.decider = decider;
    this.language = language;
  }

  /**
   * Answers every line with a decision or a problem. Blank lines are passed over.
   *
   * @param in claims in UTF-8, one a line
   * @param out answers in UTF-8, one a line
   */
  public void run(InputStream in, OutputStream out) throws IOException {
    LineReader lines = new LineReader(new BufferedInputStream(in, 1 << 16), LONGEST_LINE);
    Progress progress = Progress.NONE;
    List<LineReader.Line> block = lines.next(BLOCK);
    while (!block.isEmpty()) {
      progress = decide(block, progress, out);
      block = lines.next(BLOCK);
    }
  }

  private Progress decide(List<LineReader.Line> block, Progress from, OutputStream out) throws IOException {
    List<LineReader.Line> raw = block;
    List<BatchLine> lines = IntStream.range(0, raw.size()).parallel().mapToObj(i -> read(raw.get(i))).toList();
    List<BatchGroup> groups = grouped(lines);
    IntStream.range(0, groups.size()).parallel()
        .forEach(i -> groups.get(i).decide(decider, i == 0 ? from : Progress.NONE, language));
    Progress progress = from;
    for (BatchGroup group : groups) {
      group.settle(decider, progress, language);
      progress = group.after();
      for (byte[] answer : group.answers()) {
        out.write(answer);
        out.write('\n');
      }
    }
    return progress;
  }

  private BatchLine read(LineReader.Line line) {
    return line.bytes() == null ? BatchLine.tooLong(line.number(), LONGEST_LINE, language)
        : BatchLine.read(line.number(), line.bytes(), language);
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
