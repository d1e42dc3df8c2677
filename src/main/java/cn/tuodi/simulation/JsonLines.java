package cn.tuodi.simulation;

import cn.tuodi.facts.Claim;
import cn.tuodi.wire.ClaimReader;
import cn.tuodi.wire.InvalidRequest;
import cn.tuodi.wire.Language;
import cn.tuodi.wire.Violation;

/** Lines that are claims in JSON, as the batch takes them. */
record JsonLines(Language language) implements LineParser {

  @Override
  public Claim parse(byte[] line) {
    try {
      return ClaimReader.read(line, language);
    } catch (InvalidRequest e) {
      Violation first = e.violations().get(0);
      throw new Fault(first.pointer(), first.message());
    }
  }

  @Override
  public String place(String pointer) {
    return pointer;
  }
}
