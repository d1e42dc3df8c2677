package cn.tuodi.spark;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.json.Json;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.Portfolio;
import cn.tuodi.simulation.portfolio.SamplePortfolio;
import cn.tuodi.simulation.portfolio.SampleSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Portfolios for tests, and what jobs made of them. */
final class Portfolios {

  private Portfolios() {}

  static Edition edition(String id) {
    return EditionArchive.load().named(EditionId.parsed(id).orElseThrow()).orElseThrow();
  }

  /** Synthetic claims of the place of an edition, in the order of persons and dates. */
  static List<String> sample(String edition, int claims, long seed) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Portfolio sample = new SamplePortfolio(SampleSettings.of(edition(edition).description(), claims, seed))) {
      for (Portfolio.Part part = sample.next(); part != null; part = sample.next()) {
        for (List<NumberedClaim> person : part.people(null)) {
          person.forEach(claim -> lines.add(json(claim.claim())));
        }
      }
    }
    return lines;
  }

  static String json(Claim claim) {
    return new String(Json.bytes(ClaimView.of(claim)), StandardCharsets.UTF_8);
  }

  static Path write(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, lines);
  }

  /** The lines of all slices of a job, sorted. */
  static List<String> lines(Path out, String name) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(out.resolve("slices"))) {
      for (Path file : files.filter(path -> path.getFileName().toString().equals(name)).toList()) {
        try (BufferedReader in = new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
          in.lines().forEach(lines::add);
        }
      }
    }
    return lines.stream().sorted().toList();
  }
}
