package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Language;
import cn.tuodi.language.Message;

/** A file that is not opened: what is wrong with it, where, and what to do. */
public final class UnreadableWorkbook extends Exception {

  private final transient Message message;

  public UnreadableWorkbook(Message message) {
    super(message.in(Language.EN));
    this.message = message;
  }

  /** Why. */
  public Message message() {
    return message;
  }

  /** Why, in Chinese. */
  public String zh() {
    return message.in(Language.ZH);
  }

  /** Why, in English. */
  public String en() {
    return message.in(Language.EN);
  }

  /** A file that cannot be read as a workbook. */
  public static UnreadableWorkbook of(Message why) {
    return new UnreadableWorkbook(Message.of("spreadsheet.not-a-readable-xlsx-workbook", why));
  }

  /** A file of which the end is missing. */
  static UnreadableWorkbook cutShort() {
    return new UnreadableWorkbook(Message.of("spreadsheet.not-a-readable-xlsx-workbook-perhaps"));
  }

  /** An archive whose parts are not as its directory says. */
  static UnreadableWorkbook disordered(Message why) {
    return of(Message.of("spreadsheet.the-archive-open-it-in-a", why));
  }

  /** A part that is not as it should be. */
  public static UnreadableWorkbook part(String part, Message why) {
    return of(Message.of("spreadsheet.the-part-open-it-in-a", shown(part), why));
  }

  /** A name out of the file, safe to be shown. */
  public static String shown(String name) {
    String safe = name.replaceAll("[^\\w./\\[\\]-]", "_");
    return safe.length() > Limits.MAX_SHOWN ? "…" + safe.substring(safe.length() - Limits.MAX_SHOWN) : safe;
  }
}
