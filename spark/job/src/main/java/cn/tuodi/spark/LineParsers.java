package cn.tuodi.spark;

import cn.tuodi.language.Language;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import cn.tuodi.simulation.portfolio.PortfolioLines;
import cn.tuodi.simulation.portfolio.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the lines of all files, each by the column names of its own. For one thread. */
final class LineParsers {

  private final List<byte[]> headers;
  private final Language language;
  private final Map<Integer, PortfolioLines> known = new HashMap<>();

  LineParsers(List<byte[]> headers, Language language) {
    this.headers = headers;
    this.language = language;
  }

  /** The claim of a line; null where it says nothing or is none. */
  NumberedClaim read(long number, ClaimLine line, Consumer<Unreadable> unreadable) {
    return known.computeIfAbsent(line.header(), this::parser).read(line.numbered(number), unreadable);
  }

  private PortfolioLines parser(int header) {
    return header == ClaimLine.JSON ? PortfolioLines.json(language)
        : PortfolioLines.csv(headers.get(header), language);
  }
}
