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
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CLAIM = "claim";
  private static final String DECIDED = "decided";
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private PublishedExamples() {}

  /** What an edition decides on claims: compressed lines of JSON, each a claim and what is paid. */
  static byte[] of(Edition edition, List<Claim> claims) {
    Set<String> lines = new LinkedHashSet<>();
    for (Claim claim : claims) {
      Map<String, Object> example = new LinkedHashMap<>();
      example.put(CLAIM, ClaimView.of(claim));
      example.put(DECIDED, said(edition, claim));
      String line = new String(Json.bytes(example), StandardCharsets.UTF_8);
      if (isReadable(line)) {
        lines.add(line);
      }
    }
    return compressed(lines.stream().sorted().collect(Collectors.joining("\n")));
  }

  /** Claims that no person could send are of no use to a later program. */
  private static boolean isReadable(String line) {
    try {
      claim(JSON.readTree(line));
      return true;
    } catch (InvalidRequest e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Claim claim(JsonNode example) {
    return ClaimReader.read(Json.bytes(example.get(CLAIM)), Language.ZH);
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
      JsonNode example = JSON.readTree(line);
      String before = example.get(DECIDED).asText();
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

  private static String now(Edition edition, JsonNode example) {
    try {
      return said(edition, claim(example));
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
