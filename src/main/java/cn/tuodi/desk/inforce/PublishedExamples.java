package cn.tuodi.desk.inforce;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Totals;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.edition.Edition;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a version decided on claims of all its rows when it was published. A later program that decides one of them
 * otherwise does not decide by the version at all: what is paid changes by publications only, never by an upgrade.
 */
final class PublishedExamples {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String CLAIM = "claim";
  private static final String DECIDED = "decided";
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private PublishedExamples() {}

  /**
   * A line that was kept: a claim, which is read where it stands, and what was decided on it.
   *
   * @param line the line
   * @param from where the claim begins
   * @param to where it ends
   * @param decided what was decided
   */
  private record Example(byte[] line, int from, int to, String decided) {

    static Example of(byte[] line) throws IOException {
      int from = 0;
      int to = 0;
      String decided = null;
      try (JsonParser parser = JSON.createParser(line)) {
        parser.nextToken();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          if (name.equals(CLAIM)) {
            from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            to = (int) parser.currentLocation().getByteOffset();
          } else if (name.equals(DECIDED)) {
            decided = parser.getText();
          } else {
            parser.skipChildren();
          }
        }
      }
      return new Example(line, from, to, decided);
    }

    Claim claim() {
      return ClaimReader.read(line, from, to - from, Language.ZH);
    }
  }

  /** What an edition decides on claims: compressed lines of JSON, each a claim and what is paid. */
  static byte[] of(Edition edition, List<Claim> claims) {
    Set<String> lines = new LinkedHashSet<>();
    for (Claim claim : claims) {
      byte[] written = Json.bytes(ClaimView.of(claim));
      if (isReadable(written)) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put(CLAIM, new RawValue(new String(written, StandardCharsets.UTF_8)));
        example.put(DECIDED, said(edition, claim));
        lines.add(new String(Json.bytes(example), StandardCharsets.UTF_8));
      }
    }
    return compressed(lines.stream().sorted().collect(Collectors.joining("\n")));
  }

  /** Claims that no person could send are of no use to a later program. */
  private static boolean isReadable(byte[] claim) {
    try {
      ClaimReader.read(claim, Language.ZH);
      return true;
    } catch (InvalidRequest e) {
      return false;
    }
  }

  /**
   * What this program decides otherwise than the one that published a version; nothing where that is not known.
   *
   * @throws IOException if what was kept of it cannot be read
   */
  static List<Finding> otherwise(Version version, Edition edition) throws IOException {
    byte[] kept = version.examples().read();
    if (kept == null) {
      return List.of();
    }
    int otherwise = 0;
    Finding first = null;
    for (String line : lines(kept)) {
      Example example = Example.of(line.getBytes(StandardCharsets.UTF_8));
      String before = example.decided();
      String now = now(edition, example);
      if (!now.equals(before)) {
        otherwise++;
        first = first == null ? finding(version, before, now) : first;
      }
    }
    return first == null ? List.of()
        : List.of(first, Finding.ofFile(version.edition().toString(),
            Message.of("desk.examples-decided-otherwise", otherwise, version.publication())));
  }

  private static Finding finding(Version version, String before, String now) {
    return Finding.ofFile(version.edition().toString(),
        Message.of("desk.this-program-decides-otherwise", version.publication(), before, now));
  }

  private static String now(Edition edition, Example example) {
    try {
      return said(edition, example.claim());
    } catch (InvalidRequest e) {
      return "INVALID_REQUEST";
    }
  }

  /** What is decided, as far as money goes: nobody is paid by words, which may become better. */
  private static String said(Edition edition, Claim claim) {
    Outcome outcome = AssistanceDecider.decideUnder(edition.in(claim.region()), claim);
    if (outcome instanceof Refusal refusal) {
      return refusal.code().name();
    }
    Decision decision = (Decision) outcome;
    Totals totals = decision.totals();
    return decision.status() + " criticalIllness=" + totals.criticalIllness() + " medicalAssistance="
        + totals.medicalAssistance() + " topUpAssistance=" + totals.topUpAssistance() + " institutionBorne="
        + totals.institutionBorne() + " personal=" + totals.personal();
  }

  private static byte[] compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> lines(byte[] compressed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
