package cn.tuodi.http;

import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Room for workbooks and forms: for people who are logged in, and apart from it for everybody else. */
@ApplicationScoped
public class Uploads {

  private static final long SWEEP_MILLISECONDS = 500;
  private static final int UNAVAILABLE = 503;
  private static final String RETRY_SECONDS = "10";
  private static final int WRITERS = 2;
  /** Uploads that are worked on, and lie in memory, at once. */
  private static final int TURNS = 3;

  private final Room ofPeople;
  private final Room ofStrangers;
  private final ExecutorService disk = Executors.newFixedThreadPool(WRITERS, task -> {
    Thread thread = new Thread(task, "uploads");
    thread.setDaemon(true);
    return thread;
  });

  Uploads(HttpSettings settings, Vertx vertx) {
    this.ofPeople = room(settings);
    this.ofStrangers = room(settings);
    vertx.setPeriodic(SWEEP_MILLISECONDS, timer -> List.of(ofPeople, ofStrangers).forEach(room -> {
      room.places().sweep();
      room.turns().sweep();
    }));
  }

  /**
   * Room.
   *
   * @param places for uploads that arrive or are worked on
   * @param spool where they lie
   * @param turns to be worked on
   */
  record Room(RequestSlots places, Spool spool, Turns turns) {}

  private static Room room(HttpSettings settings) {
    return new Room(
        new RequestSlots(settings.concurrentUploads(),
            Patience.withUploads(settings.longestUpload(), settings.leastRate())),
        new Spool(settings.largestSpool(), settings.spoolDirectory()),
        new Turns(TURNS, settings.longestTurn().toNanos()));
  }

  Room room(boolean isKnown) {
    return isKnown ? ofPeople : ofStrangers;
  }

  /** What writes to the disk. */
  Executor disk() {
    return disk;
  }

  /** The refusal of an upload that cannot be written to the disk. */
  public static RequestRefused noRoom(RoutingContext request) {
    Language language = Language.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return new RequestRefused(
        Problem.of(UNAVAILABLE, "NO_ROOM", language.text("http.no-room-for-the-upload"),
            language.text("http.the-directory-of-temporary-files-is")),
        Map.of("Retry-After", RETRY_SECONDS));
  }

  @PreDestroy
  void close() {
    disk.shutdown();
  }
}
