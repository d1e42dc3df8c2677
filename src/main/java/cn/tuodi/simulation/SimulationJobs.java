package cn.tuodi.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Simulations as jobs: one runs at a time, few wait, few that have ended are kept. */
public final class SimulationJobs implements AutoCloseable {

  private static final int MOST_WAITING = 4;
  private static final int MOST_ENDED = 10;

  private final Map<String, SimulationJob> jobs = new LinkedHashMap<>();
  private final ExecutorService runner = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "simulations");
    thread.setDaemon(true);
    return thread;
  });
  private final int threads;
  private final Consumer<String> simulated;

  /**
   * No jobs yet.
   *
   * @param threads how many threads decide claims, at least 1
   * @param simulated told the draft when one was simulated to the end
   */
  public SimulationJobs(int threads, Consumer<String> simulated) {
    this.threads = threads;
    this.simulated = simulated;
  }

  /** Begins a job; empty where too many wait already. */
  public synchronized Optional<SimulationJob> begin(SimulationRequest request) {
    long going = jobs.values().stream().filter(job -> !job.hasEnded()).count();
    if (going > MOST_WAITING) {
      discard(request);
      return Optional.empty();
    }
    forgetOldest();
    SimulationJob job = new SimulationJob(UUID.randomUUID().toString(), request, Instant.now());
    jobs.put(job.id(), job);
    runner.execute(() -> {
      Thread.currentThread().setContextClassLoader(SimulationJobs.class.getClassLoader());
      job.run(threads, simulated);
    });
    return Optional.of(job);
  }

  private static void discard(SimulationRequest request) {
    try {
      if (request.spooled() != null) {
        Files.deleteIfExists(request.spooled());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetOldest() {
    long ended = jobs.values().stream().filter(SimulationJob::hasEnded).count();
    Iterator<SimulationJob> oldestFirst = jobs.values().iterator();
    while (ended >= MOST_ENDED && oldestFirst.hasNext()) {
      if (oldestFirst.next().hasEnded()) {
        oldestFirst.remove();
        ended--;
      }
    }
  }

  /** All jobs that are known, the oldest first. */
  public synchronized List<SimulationJob> all() {
    return new ArrayList<>(jobs.values());
  }

  /** A job; empty where it is not known, or not any more. */
  public synchronized Optional<SimulationJob> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** Cancels a job that has not ended, and forgets one that has. */
  public synchronized void remove(SimulationJob job) {
    if (job.hasEnded()) {
      jobs.remove(job.id());
    } else {
      job.cancel();
    }
  }

  /** Cancels everything. */
  @Override
  public synchronized void close() {
    jobs.values().forEach(SimulationJob::cancel);
    runner.shutdown();
  }
}
