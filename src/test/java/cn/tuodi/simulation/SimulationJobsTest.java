package cn.tuodi.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.comparison.ChangedEdition;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations as jobs. */
class SimulationJobsTest {

  private static final Edition GUANGXI = Policies.inForce("guangxi/2022");
  private static final long ENDLESS = 10_000_000;

  private final List<String> simulated = new ArrayList<>();
  private final SimulationJobs jobs = new SimulationJobs(1, simulated::add);

  @TempDir
  private Path folder;

  @AfterEach
  void stop() {
    jobs.close();
  }

  @Test
  @DisplayName("A job says how far it is, then has a result; a draft simulated to the end is told, its file deleted")
  void done() throws IOException, InterruptedException {
    Path file = folder.resolve("spooled");
    Files.writeString(file, Policies.inpatient("C", "p", "MINIMUM_LIVING", "2022-05-01", "1000", "500"));
    PortfolioSource source = PortfolioSource.file(PortfolioSource.Kind.NDJSON, file, Language.ZH);
    SimulationJob job = begin(new SimulationRequest("guangxi/2022", "draft d1",
        () -> Policies.asStated(GUANGXI), () -> Policies.asStated(Policies.DRAFT), source, file, "d1", Language.ZH));
    await(job::hasEnded);
    assertEquals(SimulationJob.State.DONE, job.state());
    assertEquals(new SimulationJob.Progress(1, 100), job.progress());
    assertEquals(1, job.result(Language.EN).people().gaining());
    assertEquals(List.of("d1"), simulated);
    await(() -> Files.notExists(file));
  }

  @Test
  @DisplayName("A job that runs is cancelled at its next part, one that waits never begins, and one that ended is forgotten")
  void cancelled() throws InterruptedException {
    SimulationJob running = begin(ENDLESS);
    SimulationJob waiting = begin(ENDLESS);
    await(() -> running.progress().claims() > 0);
    assertEquals(SimulationJob.State.RUNNING, running.state());
    assertEquals(SimulationJob.State.QUEUED, waiting.state());
    assertNull(running.result(Language.ZH));
    jobs.remove(waiting);
    jobs.remove(running);
    await(() -> running.hasEnded() && waiting.hasEnded());
    assertEquals(SimulationJob.State.CANCELLED, running.state());
    assertEquals(SimulationJob.State.CANCELLED, waiting.state());
    assertEquals(0, waiting.progress().claims());
    assertTrue(jobs.find(running.id()).isPresent());
    jobs.remove(running);
    assertFalse(jobs.find(running.id()).isPresent());
    assertTrue(simulated.isEmpty());
  }

  @Test
  @DisplayName("One job runs and four wait; there is no place for a sixth")
  void bounded() throws IOException, InterruptedException {
    List<SimulationJob> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      taken.add(begin(ENDLESS));
    }
    assertTrue(jobs.place().isEmpty());
    assertEquals(5, jobs.all().size());
    taken.forEach(jobs::remove);
    await(() -> taken.stream().allMatch(SimulationJob::hasEnded));
    for (int i = 0; i < 8; i++) {
      SimulationJob job = begin(1);
      await(job::hasEnded);
    }
    assertEquals(10, jobs.all().size());
  }

  @Test
  @DisplayName("A policy that is not sound fails the job with what is wrong")
  void unsound() throws InterruptedException {
    EditionSources sources = ChangedEdition.sources("guangxi/2022");
    EditionSources broken = sources.withWorkbook("medical-assistance.xlsx", new byte[0]);
    SimulationJob job = begin(new SimulationRequest("guangxi/2022", "draft", () -> Policies.asStated(GUANGXI),
        () -> Policies.asStated(CompiledEdition.of(broken).load()),
        PortfolioSource.sample(SampleSettings.of(GUANGXI.description(), 1, 1)), null, "d1", Language.EN));
    await(job::hasEnded);
    assertEquals(SimulationJob.State.FAILED, job.state());
    SimulationJobJson json = SimulationJobJson.of(job, Language.EN);
    assertEquals("/medical-assistance.xlsx", json.violations().get(0).pointer());
    assertTrue(json.failure().contains("not sound"));
    assertTrue(simulated.isEmpty());
  }

  @Test
  @DisplayName("Simulations whose claims arrive have their places; what breaks off gives back its place once, and its file")
  void arriving() throws IOException {
    begin(ENDLESS);
    List<SimulationJobs.Place> places = new ArrayList<>();
    for (int i = 1; i < SimulationJobs.MAX_AT_ONCE; i++) {
      places.add(jobs.place().orElseThrow());
    }
    assertTrue(jobs.place().isEmpty());
    Path file = places.get(0).file();
    assertTrue(Files.exists(file));
    places.get(0).close();
    places.get(0).close();
    assertTrue(Files.notExists(file));
    SimulationJobs.Place free = jobs.place().orElseThrow();
    assertTrue(jobs.place().isEmpty());
    free.begin(request(ENDLESS, null));
    free.close();
    assertTrue(jobs.place().isEmpty(), "the simulation that began has the place");
  }

  @Test
  @DisplayName("When the service ends no file of claims is left, of simulations that run or wait")
  void noFilesAreLeft() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (SimulationJobs.Place place = jobs.place().orElseThrow()) {
        Path file = place.file();
        files.add(file);
        place.begin(request(ENDLESS, file));
      }
    }
    await(() -> jobs.all().get(0).state() == SimulationJob.State.RUNNING);
    assertTrue(files.stream().allMatch(Files::exists));
    jobs.close();
    assertTrue(files.stream().allMatch(Files::notExists), files.toString());
  }

  private SimulationJob begin(long claims) {
    return begin(request(claims, null));
  }

  private SimulationJob begin(SimulationRequest request) {
    return jobs.place().orElseThrow().begin(request);
  }

  private static SimulationRequest request(long claims, Path file) {
    return new SimulationRequest("guangxi/2022", "guangxi/2022", () -> Policies.asStated(GUANGXI),
        () -> Policies.asStated(GUANGXI), PortfolioSource.sample(SampleSettings.of(GUANGXI.description(), claims, 1)),
        file, null, Language.ZH);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 6000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertTrue(condition.getAsBoolean());
  }
}
