package cn.tuodi.simulation.portfolio;

import cn.tuodi.json.InvalidRequest;
import cn.tuodi.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the claims of a simulation come from. */
public final class PortfolioSource {

  /** How a portfolio is given. */
  @Schema(name = "PortfolioKind")
  public enum Kind {
    /** Generated, synthetic. */
    SAMPLE,
    /** A claim in JSON a line. */
    NDJSON,
    /** Comma-separated values below a row of column names. */
    CSV
  }

  private final Kind kind;
  private final SampleSettings settings;
  private final Path file;
  private final Language language;

  private PortfolioSource(Kind kind, SampleSettings settings, Path file, Language language) {
    this.kind = kind;
    this.settings = settings;
    this.file = file;
    this.language = language;
  }

  /** A generated sample. */
  public static PortfolioSource sample(SampleSettings settings) {
    return new PortfolioSource(Kind.SAMPLE, settings, null, Language.ZH);
  }

  /**
   * A file.
   *
   * @param kind {@link Kind#NDJSON} or {@link Kind#CSV}
   * @param file the file
   * @param language language of messages about its lines
   * @throws InvalidRequest if the file is no text in UTF-8, the column names of a CSV file are not sound,
   *     or it holds no claim
   */
  public static PortfolioSource file(Kind kind, Path file, Language language) throws IOException {
    if (Files.size(file) == 0) {
      throw InvalidRequest.parameter("claims", empty(kind, language));
    }
    PortfolioText.requireText(file, language);
    if (kind == Kind.CSV) {
      PortfolioText.requireUtf8(file, language);
    }
    PortfolioSource source = new PortfolioSource(kind, null, file, language);
    try (FilePortfolio portfolio = new FilePortfolio(file, kind == Kind.CSV, language)) {
      if (portfolio.isEmpty()) {
        throw InvalidRequest.parameter("claims", empty(kind, language));
      }
      return source;
    } catch (PortfolioFault e) {
      throw InvalidRequest.parameter(e.place().isEmpty() ? "1" : "1/" + e.place(), e.getMessage());
    }
  }

  /** That a file holds no claim, and what it should hold. */
  static String empty(Kind kind, Language language) {
    return kind == Kind.CSV
        ? language.text("simulation.there-is-no-claim-in-the-file")
        : language.text("simulation.there-is-no-claim-in-the");
  }

  /** How the portfolio is given. */
  public Kind kind() {
    return kind;
  }

  /** What the sample is drawn for, or null where it is none. */
  public SampleSettings settings() {
    return settings;
  }

  /** Language of messages about claims. */
  public Language language() {
    return language;
  }

  public Portfolio open() throws IOException {
    return kind == Kind.SAMPLE ? new SamplePortfolio(settings) : new FilePortfolio(file, kind == Kind.CSV, language);
  }
}
