package cn.tuodi.simulation;

import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Portfolio;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Decides a portfolio under two policies. Parts of the portfolio are decided side by side, each into sums of its own, which
 * are added up in order: the result does not depend on the number of threads.
 */
public final class Simulation {

  private final PolicySide before;
  private final PolicySide after;
  private final int threads;

  /**
   * A simulation.
   *
   * @param before the one policy
   * @param after the other policy
   * @param threads how many threads decide, at least 1
   */
  public Simulation(PolicySide before, PolicySide after, int threads) {
    this.before = before;
    this.after = after;
    this.threads = threads;
  }

  /** Told how far a simulation is. */
  @FunctionalInterface
  public interface Watcher {

    /**
     * A part is done.
     *
     * @param claims claims decided so far
     * @param done how much of the portfolio was given out, in claims or bytes
     * @param all the same of the whole portfolio
     */
    void progress(long claims, long done, long all);
  }

  /**
   * Decides a portfolio.
   *
   * @param source the claims
   * @param watcher told after each part
   * @param cancelled asked before each part
   * @throws CancellationException if it was cancelled
   * @throws IOException if the portfolio cannot be read
   */
  public Tally run(PortfolioSource source, Watcher watcher, BooleanSupplier cancelled) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, Simulation::worker);
    try (Portfolio portfolio = source.open()) {
      Tally sum = new Tally();
      Deque<Future<Tally>> under = new ArrayDeque<>();
      Portfolio.Part part = portfolio.next();
      while (part != null || !under.isEmpty()) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        if (part == null || under.size() > 2 * threads) {
          sum.add(joined(under.poll()));
          watcher.progress(sum.claims(), portfolio.extent().done(), portfolio.extent().all());
        } else {
          Portfolio.Part taken = part;
          under.add(workers.submit(() -> decided(taken, source.language())));
          part = portfolio.next();
        }
      }
      return sum;
    } finally {
      workers.shutdownNow();
    }
  }

  private Tally decided(Portfolio.Part part, Language language) {
    Tally tally = new Tally();
    for (List<NumberedClaim> person : part.people(tally)) {
      new PersonRun(before, after, tally, language).decide(person);
    }
    return tally;
  }

  private static Tally joined(Future<Tally> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a claim could not be simulated", e.getCause());
    }
  }

  /** A thread that finds the engine's services where this class finds them. */
  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "simulation");
    thread.setDaemon(true);
    thread.setContextClassLoader(Simulation.class.getClassLoader());
    return thread;
  }
}
