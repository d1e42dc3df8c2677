package cn.tuodi.batch;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.Failures;
import org.jboss.logging.Logger;

/**
 * A line of a batch: a claim, or why it is none.
 *
 * @param number number of the line, from 1
 * @param claim the claim, or null
 * @param problem what is wrong, or null
 */
record BatchLine(long number, Claim claim, Problem problem) {

  private static final Logger LOG = Logger.getLogger(BatchLine.class);

  /** Reads a line, as it is or as what is wrong with it. */
  static BatchLine read(LineReader.Line line, Language language) {
    return line.bytes() == null ? tooLong(line.number(), language) : read(line.number(), line.bytes(), language);
  }

  private static BatchLine read(long number, byte[] bytes, Language language) {
    try {
      return new BatchLine(number, ClaimReader.read(bytes, language), null);
    } catch (InvalidRequest e) {
      return new BatchLine(number, null, Problem.invalid(e.violations(), language).atLine(number));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return new BatchLine(number, null,
          Problem.failed(Failures.log(LOG, "a line of a batch could not be read", e), language).atLine(number));
    }
  }

  private static BatchLine tooLong(long number, Language language) {
    return new BatchLine(number, null, Problem.of(413, "INVALID_REQUEST", language.text("batch.claim-too-large"),
        language.text("batch.a-line-has-at-most-bytes", LineReader.MAX_LINE)).atLine(number));
  }

  /** The person, or null where the line has none to go on from. */
  String personId() {
    return claim == null ? null : claim.person().personId();
  }
}
