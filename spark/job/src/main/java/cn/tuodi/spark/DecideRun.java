package cn.tuodi.spark;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.batch.ClaimSequence;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.json.Problem;
import cn.tuodi.json.Violation;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** Decides the lines of a slice, with the answers of a batch of the same lines in the same order. */
final class DecideRun implements SliceRun {

  private final LineParsers parsers;
  private final JobContent job;
  private final PortfolioSums sums;
  private final ClaimSequence sequence;
  private final LineOutput decisions;
  private final RepeatedIds ids = new RepeatedIds();
  private final List<Unreadable> unreadable = new ArrayList<>(1);
  private byte[] last;

  DecideRun(JobContent job, PortfolioSums sums, JobFolder folder, Path written) throws IOException {
    this.job = job;
    this.sums = sums;
    this.parsers = job.parsers();
    this.sequence = new ClaimSequence(
        new AssistanceDecider(new Catalogue(job.policies().stream().map(LoadedPolicies::edition).toList())),
        job.language());
    this.decisions = new LineOutput(folder.create(written, "decisions.ndjson.gz"));
  }

  @Override
  public void take(byte[] key, ClaimLine line) throws IOException {
    if (last == null || !ClaimKey.haveOneOwner(last, key)) {
      ids.begin();
    }
    last = key;
    long number = ClaimKey.number(key);
    unreadable.clear();
    NumberedClaim claim = parsers.read(number, line, unreadable::add);
    unreadable.forEach(sums::take);
    if (claim != null) {
      sums.takeClaim(ids.isAgain(claim.claim().claimId()));
    }
    ClaimSequence.Answer answer = answer(number, line, claim);
    if (answer.decision() == null) {
      sums.after().refuse(answer.code());
    } else {
      sums.after().take(answer.decision().claim(), answer.decision());
    }
    decisions.line(answer.bytes());
  }

  private ClaimSequence.Answer answer(long number, ClaimLine line, NumberedClaim claim) {
    if (claim != null) {
      return sequence.answer(number, claim.claim());
    }
    if (line.header() == ClaimLine.JSON) {
      return sequence.answer(line.numbered(number));
    }
    Unreadable wrong = unreadable.get(0);
    return sequence.answer(number,
        Problem.invalid(List.of(new Violation(wrong.place(), wrong.message())), job.language()));
  }

  @Override
  public void close() throws IOException {
    decisions.close();
  }
}
