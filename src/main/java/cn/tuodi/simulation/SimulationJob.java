package cn.tuodi.simulation;

import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Language;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** A simulation that waits, runs or has ended. */
public final class SimulationJob {

  private static final Logger LOG = Logger.getLogger(SimulationJob.class);

  /** How far a job is. */
  @Schema(name = "SimulationState")
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * What may be known of a job while it runs.
   *
   * @param claims claims decided so far
   * @param percent how much of the portfolio was given out, 0 to 100
   */
  public record Progress(long claims, int percent) {}

  private final String id;
  private final SimulationRequest request;
  private final Instant createdAt;
  private volatile State state = State.QUEUED;
  private volatile boolean cancelled;
  private volatile Progress progress = new Progress(0, 0);
  private volatile Duration took;
  private volatile String failure;
  private volatile List<Finding> findings = List.of();
  private volatile PolicySide before;
  private volatile PolicySide after;
  private volatile Tally tally;

  SimulationJob(String id, SimulationRequest request, Instant createdAt) {
    this.id = id;
    this.request = request;
    this.createdAt = createdAt;
  }

  void run(int threads, Consumer<String> simulated) {
    if (cancelled) {
      end(State.CANCELLED);
      return;
    }
    state = State.RUNNING;
    long start = System.nanoTime();
    try {
      before = request.before().call();
      after = request.after().call();
      tally = new Simulation(before, after, threads).run(request.source(),
          (claims, done, all) -> progress = new Progress(claims, all == 0 ? 100 : (int) (done * 100 / all)),
          () -> cancelled);
      took = Duration.ofNanos(System.nanoTime() - start);
      progress = new Progress(tally.claims(), 100);
      if (request.draft() != null) {
        simulated.accept(request.draft());
      }
      end(State.DONE);
    } catch (CancellationException e) {
      end(State.CANCELLED);
    } catch (InvalidEdition e) {
      findings = e.findings();
      fail(request.language().text("simulation.the-policy-is-not-sound-and"));
    } catch (IOException e) {
      fail(e.getMessage());
    } catch (Exception e) {
      LOG.error("a simulation failed", e);
      fail(request.language().text("simulation.the-simulation-failed-ask-the-operators"));
    } finally {
      if (!hasEnded()) {
        fail(request.language().text("simulation.the-simulation-failed-ask-the-operators"));
      }
    }
  }

  private void fail(String why) {
    failure = why;
    end(State.FAILED);
  }

  private void end(State ended) {
    state = ended;
    try {
      if (request.spooled() != null) {
        Files.deleteIfExists(request.spooled());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the job to stop; it does at the next part of the portfolio. */
  void cancel() {
    cancelled = true;
  }

  /** Whether the job will not go on. */
  public boolean hasEnded() {
    return state != State.QUEUED && state != State.RUNNING;
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** What was wanted. */
  public SimulationRequest request() {
    return request;
  }

  /** When it was wanted. */
  public Instant createdAt() {
    return createdAt;
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** What was decided so far. */
  public Progress progress() {
    return progress;
  }

  /** How long it ran; null until it is done. */
  public Duration took() {
    return took;
  }

  /** Why it failed, or null. */
  public String failure() {
    return failure;
  }

  /** What is wrong with the policy, where that is why it failed. */
  public List<Finding> findings() {
    return findings;
  }

  /** The result in a language, or null until it is done. */
  public SimulationJson result(Language language) {
    return state == State.DONE ? SimulationJson.of(request.source(), before, after, tally, language) : null;
  }
}
