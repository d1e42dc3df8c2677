package cn.tuodi.command;

import cn.tuodi.language.Language;
import picocli.CommandLine.Option;

/** The language in which a command speaks. */
public final class LanguageOption {

  @Option(names = "--language", paramLabel = "zh|en", defaultValue = "zh", description = "输出语言 / language of the output")
  private Language language;

  /** The language. */
  public Language language() {
    return language;
  }
}
