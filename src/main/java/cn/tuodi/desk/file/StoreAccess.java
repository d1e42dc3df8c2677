package cn.tuodi.desk.file;

import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The only way to the files of a store: a few threads of its own, so that a directory that does not answer, as network
 * storage may, holds nobody else. Who asks waits for a while and is then told; as long as something hangs, others are told
 * at once, and one may try again every few seconds.
 */
public final class StoreAccess {

  /** As long as a reading may take. */
  static final Duration MAX_READING = Duration.ofSeconds(5);
  /** As long as a writing may take; to bring a file to a busy disk takes longer than to read one. */
  static final Duration MAX_WRITING = Duration.ofSeconds(30);
  /** How many threads wait for the directory at most. */
  static final int MAX_THREADS = 8;

  private static final long MAX_QUEUEING_MILLISECONDS = 1000;
  private static final long IDLE_SECONDS = 30;
  private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(0, MAX_THREADS, IDLE_SECONDS,
      TimeUnit.SECONDS, new SynchronousQueue<>(), StoreAccess::thread);
  private static final Semaphore PLACES = new Semaphore(MAX_THREADS, true);
  private static final AtomicInteger HANGING = new AtomicInteger();
  private static final AtomicLong NEXT_TRY = new AtomicLong();
  private static volatile Obstacle obstacle = operation -> {};

  /** Something that is done with files. */
  public interface Operation<T> {
    T run() throws IOException;
  }

  /** Something that is written. */
  interface Writing {
    void run() throws IOException;
  }

  /** Stands for what may befall a disk: looked at before every operation. */
  public interface Obstacle {
    void before(String operation) throws IOException;
  }

  /** The directory does not answer. */
  public static final class NoAnswer extends IOException {

    private static final long serialVersionUID = 1L;
    /** The same in each language. */
    public static final Finding FINDING =
        Finding.ofFile(DurableFiles.OWN, Message.of("desk.the-directory-of-policies-does-not"));

    private NoAnswer() {
      super(FINDING.zh() + " / " + FINDING.en());
    }
  }

  private StoreAccess() {}

  /** Puts something between the store and its disk. */
  public static void meet(Obstacle next) {
    obstacle = next;
  }

  /** Reads. */
  public static <T> T read(Operation<T> operation) throws IOException {
    return call("read", operation, MAX_READING);
  }

  /**
   * Writes.
   *
   * @param name what is done
   * @param writing does it
   */
  static void write(String name, Writing writing) throws IOException {
    call(name, () -> {
      writing.run();
      return null;
    }, MAX_WRITING);
  }

  /** Whether something hangs. */
  public static boolean isHanging() {
    return HANGING.get() > 0;
  }

  static <T> T call(String name, Operation<T> operation, Duration patience) throws IOException {
    obstacle.before(name);
    enter();
    Task<T> task = new Task<>(operation);
    Future<T> answer;
    try {
      answer = THREADS.submit(task::run);
    } catch (RejectedExecutionException e) {
      PLACES.release();
      throw new NoAnswer();
    }
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.abandon();
      NEXT_TRY.set(System.nanoTime() + MAX_READING.toNanos());
      answer.cancel(true);
      throw new NoAnswer();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer();
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    }
  }

  private static IOException thrown(Throwable cause) {
    if (cause instanceof IOException fault) {
      return fault;
    }
    if (cause instanceof RuntimeException fault) {
      throw fault;
    }
    return new IOException(cause);
  }

  private static void enter() throws NoAnswer {
    if (isHanging()) {
      long due = NEXT_TRY.get();
      long now = System.nanoTime();
      if (now - due < 0 || !NEXT_TRY.compareAndSet(due, now + MAX_READING.toNanos())) {
        throw new NoAnswer();
      }
    }
    try {
      if (PLACES.tryAcquire(MAX_QUEUEING_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new NoAnswer();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "policy-files");
    thread.setDaemon(true);
    return thread;
  }

  /** An operation that counts as hanging from when it is abandoned until it returns. */
  private static final class Task<T> {

    private final Operation<T> operation;
    private boolean abandoned;
    private boolean done;

    private Task(Operation<T> operation) {
      this.operation = operation;
    }

    private T run() throws IOException {
      try {
        return operation.run();
      } finally {
        end();
      }
    }

    private synchronized void end() {
      done = true;
      PLACES.release();
      if (abandoned) {
        HANGING.decrementAndGet();
      }
    }

    private synchronized void abandon() {
      if (!done) {
        abandoned = true;
        HANGING.incrementAndGet();
      }
    }
  }
}
