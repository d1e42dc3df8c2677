package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;

/** Lines that are claims in JSON, as the batch takes them. */
record JsonLines(Language language) implements LineParser {

  @Override
  public Claim parse(byte[] line) {
    try {
      return ClaimReader.read(line, language);
    } catch (InvalidRequest e) {
      Violation first = e.violations().get(0);
      throw new PortfolioFault(first.pointer(), first.message());
    }
  }

  @Override
  public String place(String pointer) {
    return pointer;
  }
}
