package cn.tuodi.simulation.portfolio;

import cn.tuodi.batch.LineReader;
import cn.tuodi.language.Language;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of claims as a portfolio. A part ends where a person ends, so that no person is torn apart; lines that are no
 * claims stay where they are.
 */
public final class FilePortfolio implements Portfolio {

  private static final int LINES = 1000;
  private static final int MAX_OF_ONE_PERSON = 10_000;
  /** What says that a text is in UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CountedInput in;
  private final LineReader lines;
  private final PortfolioLines parser;
  private final Language language;
  private final long size;
  private List<LineReader.Line> left = new ArrayList<>();
  private boolean ended;

  /**
   * Opens a file.
   *
   * @param file the claims
   * @param csv whether it holds comma-separated values below a row of column names; otherwise a claim in JSON a line
   * @param language language of messages
   * @throws PortfolioFault if the row of column names is not sound
   */
  public FilePortfolio(Path file, boolean csv, Language language) throws IOException {
    this.size = Files.size(file);
    this.language = language;
    this.in = new CountedInput(Files.newInputStream(file));
    this.lines = new LineReader(new BufferedInputStream(in, 1 << 16), LineReader.MAX_LINE, csv);
    this.parser = csv ? PortfolioLines.csv(header(), language) : PortfolioLines.json(language);
  }

  /** Whether the file holds no line that says anything, besides the names of its columns; to be asked before all else. */
  boolean isEmpty() throws IOException {
    for (List<LineReader.Line> next = lines.next(LINES); !next.isEmpty(); next = lines.next(LINES)) {
      if (!next.stream().allMatch(this::saysNothing)) {
        return false;
      }
    }
    return true;
  }

  private boolean saysNothing(LineReader.Line line) {
    List<Unreadable> told = new ArrayList<>();
    return Arrays.equals(line.bytes(), MARK) || parser.read(line, told::add) == null && told.isEmpty();
  }

  private byte[] header() throws IOException {
    byte[] first = first();
    return CsvLines.isAboutSeparator(first) ? first() : first;
  }

  private byte[] first() throws IOException {
    List<LineReader.Line> first = lines.next(1);
    if (!first.isEmpty() && first.get(0).bytes() == null) {
      throw new PortfolioFault("", language.text("simulation.a-line-has-at-most-bytes", LineReader.MAX_LINE));
    }
    return first.isEmpty() ? new byte[0] : first.get(0).bytes();
  }

  @Override
  public Part next() throws IOException {
    List<LineReader.Line> taken = left;
    int end = 0;
    while (end == 0 && !ended) {
      List<LineReader.Line> more = lines.next(LINES);
      ended = more.isEmpty();
      taken.addAll(more);
      end = ended ? taken.size() : lastPerson(taken);
      if (end == 0 && taken.size() > MAX_OF_ONE_PERSON) {
        throw new IOException(
            language.text("simulation.from-line-one-person-has-more", taken.get(0).number(), MAX_OF_ONE_PERSON));
      }
    }
    if (taken.isEmpty()) {
      return null;
    }
    left = new ArrayList<>(taken.subList(end, taken.size()));
    List<LineReader.Line> part = List.copyOf(taken.subList(0, end));
    return listener -> people(part, listener);
  }

  /** Where the lines of the last person begin. */
  private int lastPerson(List<LineReader.Line> taken) {
    NumberedClaim last = null;
    for (int i = taken.size() - 1; i >= 0; i--) {
      NumberedClaim claim = parser.read(taken.get(i), unreadable -> {});
      if (last != null && claim != null && !last.isOfSamePersonAs(claim)) {
        return i + 1;
      }
      last = claim == null ? last : claim;
    }
    return 0;
  }

  private List<List<NumberedClaim>> people(List<LineReader.Line> part, PortfolioListener listener) {
    List<List<NumberedClaim>> people = new ArrayList<>();
    List<NumberedClaim> person = new ArrayList<>();
    for (LineReader.Line line : part) {
      NumberedClaim claim = parser.read(line, listener::take);
      if (claim == null) {
        continue;
      }
      if (!person.isEmpty() && !person.get(0).isOfSamePersonAs(claim)) {
        people.add(person);
        person = new ArrayList<>();
      }
      NumberedClaim other = person.stream().filter(claim::isBornOnAnotherDayThan).findFirst().orElse(null);
      if (other == null) {
        listener.take(ClaimMark.of(claim));
        person.add(claim);
      } else {
        listener.take(bornOnAnotherDay(claim, other));
      }
    }
    if (!person.isEmpty()) {
      people.add(person);
    }
    return people;
  }

  private Unreadable bornOnAnotherDay(NumberedClaim claim, NumberedClaim other) {
    return new Unreadable(claim.number(), parser.place("/person/birthDate"),
        language.text("simulation.the-personid-is-that-of-line", other.number()));
  }

  @Override
  public Extent extent() {
    return new Extent(in.count(), size);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static final class CountedInput extends InputStream {

    private final InputStream in;
    private volatile long count;

    private CountedInput(InputStream in) {
      this.in = in;
    }

    private long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
