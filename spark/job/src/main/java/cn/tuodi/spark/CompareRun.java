package cn.tuodi.spark;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.Claim;
import cn.tuodi.json.Json;
import cn.tuodi.money.Money;
import cn.tuodi.observation.Failures;
import cn.tuodi.simulation.PolicySide;
import cn.tuodi.simulation.SideBySide;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.hadoop.fs.Path;
import org.jboss.logging.Logger;

/** Decides the lines of a slice under two policies, as a simulation does, and writes what differs. */
final class CompareRun implements SliceRun {

  private static final Logger LOG = Logger.getLogger(CompareRun.class);

  private final LineParsers parsers;
  private final JobContent job;
  private final PortfolioSums sums;
  private final SideBySide sides;
  private final LineOutput differences;
  private final LineOutput adjustments;
  private final RepeatedIds ids = new RepeatedIds();
  private byte[] last;
  private Claim first;
  private LocalDate born;
  private long bornOnLine;
  private long compared;
  private Bearers difference = Bearers.NONE;

  CompareRun(JobContent job, PortfolioSums sums, JobFolder folder, Path written) throws IOException {
    this.job = job;
    this.sums = sums;
    this.parsers = job.parsers();
    this.sides = new SideBySide(side(0), side(1));
    this.differences = new LineOutput(folder.create(written, "differences.ndjson.gz"));
    this.adjustments = new LineOutput(folder.create(written, "adjustments.ndjson.gz"));
  }

  private PolicySide side(int policy) {
    PolicyContent content = job.policies().get(policy);
    return new PolicySide(content.name(), LoadedPolicies.edition(content), job.asIfInForce());
  }

  @Override
  public void take(byte[] key, ClaimLine line) throws IOException {
    if (last == null || !ClaimKey.areOfOnePerson(last, key)) {
      endPerson();
    }
    if (last == null || !ClaimKey.haveOneOwner(last, key)) {
      ids.begin();
    }
    last = key;
    NumberedClaim claim = parsers.read(ClaimKey.number(key), line, sums::take);
    if (claim != null && isBornAlike(claim)) {
      decide(claim);
    }
  }

  private boolean isBornAlike(NumberedClaim numbered) {
    LocalDate stated = numbered.claim().person().birthDate();
    if (stated == null || stated.equals(born)) {
      return true;
    }
    if (born != null) {
      sums.take(new Unreadable(numbered.number(), "/person/birthDate",
          job.language().text("simulation.the-personid-is-that-of-line", bornOnLine)));
      return false;
    }
    born = stated;
    bornOnLine = numbered.number();
    return true;
  }

  private void decide(NumberedClaim numbered) throws IOException {
    Claim claim = numbered.claim();
    SideBySide.Both both;
    try {
      both = sides.decide(claim);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      sums.take(Unreadable.failed(numbered.number(), Failures.log(LOG, "a claim of a job failed", e),
          job.language()));
      return;
    }
    first = first == null ? claim : first;
    sums.takeClaim(ids.isAgain(claim.claimId()));
    count(claim, both.before(), sums.before());
    count(claim, both.after(), sums.after());
    Difference found = Difference.of(numbered, both);
    if (found.difference() != null) {
      compared++;
      difference = difference.plus(found.difference());
      sums.takeCompared(!found.difference().personal().isZero(),
          isReview(both.decidedBefore()) || isReview(both.decidedAfter()));
    } else if (both.decidedBefore() != null || both.decidedAfter() != null) {
      sums.decidedByOne(both.decidedBefore() != null);
    }
    if (found.isAny()) {
      differences.line(Json.bytes(found));
    }
  }

  private static void count(Claim claim, Outcome outcome, SideSums side) {
    if (outcome instanceof Decision decision) {
      side.take(claim, decision);
    } else {
      side.refuse(((Refusal) outcome).code().name());
    }
  }

  private static boolean isReview(Decision decision) {
    return decision.status() == Status.REVIEW;
  }

  private void endPerson() throws IOException {
    if (first != null) {
      sums.people().take(compared == 0 ? null : Money.ZERO.minus(difference.personal()));
      if (!difference.equals(Bearers.NONE)) {
        String person = first.person().personId();
        adjustments.line(Json.bytes(
            new Adjustment(person, person == null ? first.claimId() : null, compared, difference)));
      }
    }
    first = null;
    born = null;
    compared = 0;
    difference = Bearers.NONE;
  }

  @Override
  public void close() throws IOException {
    try {
      endPerson();
    } finally {
      differences.close();
      adjustments.close();
    }
  }
}
