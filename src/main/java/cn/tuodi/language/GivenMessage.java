package cn.tuodi.language;

/** Words in both languages. */
final class GivenMessage extends Message {

  private final String zh;
  private final String en;

  GivenMessage(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String in(Language language) {
    return language.of(zh, en);
  }
}
