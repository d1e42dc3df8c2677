package cn.tuodi.field;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;

/**
 * What a field is called, and what to know when stating it.
 *
 * @param name its name
 * @param help what to know, or null
 * @param column heading of its column in tables of claims, or empty where that is its name in JSON
 */
public record Label(Message name, Message help, String column) {

  /** A name that says it all. */
  public static Label of(Message name) {
    return new Label(name, null, "");
  }

  /** The same with what to know. */
  public Label help(Message known) {
    return new Label(name, known, column);
  }

  /** The same with a heading of its column that is not its name in JSON. */
  public Label column(String heading) {
    return new Label(name, help, heading);
  }

  /** Its name in Chinese. */
  public String zh() {
    return name.in(Language.ZH);
  }

  /** Its name in English. */
  public String en() {
    return name.in(Language.EN);
  }

  /** What to know in a language, or empty. */
  public String help(Language language) {
    return help == null ? "" : help.in(language);
  }

  /** Name and help. */
  public String full(Language language) {
    return (help == null ? name : Message.of("language.bracketed", name, help)).in(language);
  }

  /** Name and help in both languages, Chinese first, as schemas describe a field. */
  public String description() {
    return full(Language.ZH) + " / " + full(Language.EN);
  }
}
