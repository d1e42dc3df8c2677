package cn.tuodi.console.trial;

/**
 * The draft that a claim is tried on.
 *
 * @param title name of its edition
 * @param address its page
 */
record TriedDraft(String title, String address) {

  /** Where a claim is tried on it. */
  public String tryAddress() {
    return address + "/try";
  }
}
