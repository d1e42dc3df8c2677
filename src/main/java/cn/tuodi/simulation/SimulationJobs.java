package cn.tuodi.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Simulations as jobs: one runs at a time, few wait, few that have ended are kept. One whose claims are still arriving
 * has its place already, so that there are never more files of claims than places.
 */
public final class SimulationJobs implements AutoCloseable {

  /** Most simulations that run, wait or arrive. */
  public static final int MAX_AT_ONCE = 5;

  private static final int MAX_ENDED = 10;

  private final Map<String, SimulationJob> jobs = new LinkedHashMap<>();
  private int arriving;
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

  /** A place for a simulation; empty where there are as many as may be. */
  public synchronized Optional<Place> place() {
    long going = jobs.values().stream().filter(job -> !job.hasEnded()).count();
    if (going + arriving >= MAX_AT_ONCE) {
      return Optional.empty();
    }
    arriving++;
    return Optional.of(new Place());
  }

  /** A place for a simulation, with a file for its claims; both are given back unless the simulation begins. */
  public final class Place implements AutoCloseable {

    private Path file;
    private boolean isOver;

    private Place() {}

    /**
     * An empty file for the claims, to be asked for once.
     *
     * @throws IOException if it cannot be made
     */
    public Path file() throws IOException {
      file = Files.createTempFile("portfolio", ".claims");
      return file;
    }

    /** Begins the simulation, which has the place and the file from now on. */
    public SimulationJob begin(SimulationRequest request) {
      synchronized (SimulationJobs.this) {
        leave();
        file = null;
        return SimulationJobs.this.begin(request);
      }
    }

    @Override
    public void close() throws IOException {
      synchronized (SimulationJobs.this) {
        leave();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    }

    private void leave() {
      if (!isOver) {
        isOver = true;
        arriving--;
      }
    }
  }

  private SimulationJob begin(SimulationRequest request) {
    forgetOldest();
    SimulationJob job = new SimulationJob(UUID.randomUUID().toString(), request, Instant.now());
    jobs.put(job.id(), job);
    runner.execute(() -> {
      Thread.currentThread().setContextClassLoader(SimulationJobs.class.getClassLoader());
      job.run(threads, simulated);
    });
    return job;
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
    while (ended >= MAX_ENDED && oldestFirst.hasNext()) {
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

  /** Cancels everything, and leaves no file behind. */
  @Override
  public synchronized void close() {
    for (SimulationJob job : jobs.values()) {
      if (!job.hasEnded()) {
        job.cancel();
        discard(job.request());
      }
    }
    runner.shutdown();
  }
}
