package cn.tuodi.simulation.portfolio;

import cn.tuodi.batch.LineReader;
import cn.tuodi.claim.Claim;
import cn.tuodi.language.Language;
import cn.tuodi.observation.Failures;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Makes claims of the lines of a portfolio, each by itself, wherever they lie. */
public final class PortfolioLines {

  private static final Logger LOG = Logger.getLogger(PortfolioLines.class);

  private final LineParser parser;
  private final Language language;

  private PortfolioLines(LineParser parser, Language language) {
    this.parser = parser;
    this.language = language;
  }

  /**
   * Lines that are claims in JSON.
   *
   * @param language language of messages
   */
  public static PortfolioLines json(Language language) {
    return new PortfolioLines(new JsonLines(language), language);
  }

  /**
   * Lines of comma-separated values.
   *
   * @param header the row of column names
   * @param language language of messages
   * @throws PortfolioFault if a column is not known, missing or stands twice
   */
  public static PortfolioLines csv(byte[] header, Language language) {
    return new PortfolioLines(CsvLines.of(header, language), language);
  }

  /** Whether a line is none of a table but tells a spreadsheet what separates values, for example {@code sep=;}. */
  public static boolean isAboutSeparator(byte[] line) {
    return CsvLines.isAboutSeparator(line);
  }

  /**
   * The claim of a line, or null where it says nothing or is no claim.
   *
   * @param line the line
   * @param unreadable told of what is no claim
   */
  public NumberedClaim read(LineReader.Line line, Consumer<Unreadable> unreadable) {
    if (line.bytes() == null) {
      unreadable.accept(new Unreadable(line.number(), "",
          language.text("simulation.a-line-has-at-most-bytes", LineReader.MAX_LINE)));
      return null;
    }
    try {
      Claim claim = parser.parse(line.bytes());
      return claim == null ? null : new NumberedClaim(line.number(), claim);
    } catch (PortfolioFault e) {
      unreadable.accept(new Unreadable(line.number(), e.place(), e.getMessage()));
      return null;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      unreadable.accept(
          Unreadable.failed(line.number(), Failures.log(LOG, "a line of a portfolio could not be read", e), language));
      return null;
    }
  }

  /** How lines call the place of a field, for example the heading of its column. */
  String place(String pointer) {
    return parser.place(pointer);
  }
}
