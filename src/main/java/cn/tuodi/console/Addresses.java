package cn.tuodi.console;

import cn.tuodi.edition.source.EditionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Addresses of pages. */
public final class Addresses {

  public static final String CONSOLE = "/console";
  public static final String TRY = CONSOLE + "/try";
  /** Ends with a slash, so that browsers know that all of the desk is one place to log in to. */
  public static final String DESK = CONSOLE + "/desk/";
  public static final String HISTORY = DESK + "history";
  public static final String UNDO = HISTORY + "/undo";

  public static final String ACCOUNTS = CONSOLE + "/accounts";
  public static final String REVERSAL = ACCOUNTS + "/reversal";
  public static final String BILLS_CSV = ACCOUNTS + "/bills.csv";
  public static final String RESETTLEMENT = ACCOUNTS + "/resettlement";

  public static final String VOCABULARY = CONSOLE + "/vocabulary";
  public static final String COMPARISON = CONSOLE + "/comparison";
  public static final String NEWCOMER = DESK + "new";

  private static final Pattern WITHIN = Pattern.compile("/console(?:[/?][A-Za-z0-9%._~/?=&+:,;@!$'()*-]*)?");
  /** What leads out of a folder, or is read otherwise by some: dots, empty segments, their parameters, any of it encoded. */
  private static final Pattern WITHOUT = Pattern.compile("/\\.{1,2}(?:/|$)|//|;|%(?:2[eEfF]|3[bB]|5[cC])");
  private static final String POLICIES = CONSOLE + "/policies/";

  private Addresses() {}

  /** Where somebody logs in who is to go on to a page afterwards. */
  public static String login(String page) {
    return DESK + "login?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  /** A page of the console that somebody asks to be sent to, or the desk: nobody is sent to other sites. */
  public static String within(String page) {
    return page != null && WITHIN.matcher(page).matches() && !WITHOUT.matcher(page.split("\\?", 2)[0]).find()
        ? page : DESK;
  }

  /** An address with parameters, names and values in turn; those without a value are left out. */
  public static String withQuery(String address, String... namesAndValues) {
    StringBuilder text = new StringBuilder(address);
    char before = '?';
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null && !namesAndValues[i + 1].isEmpty()) {
        text.append(before).append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
        before = '&';
      }
    }
    return text.toString();
  }

  public static String edition(EditionId id) {
    return edition(id.toString());
  }

  public static String edition(String id) {
    return POLICIES + id;
  }

  public static String register(EditionId id) {
    return edition(id) + "/provisions";
  }

  public static String sheet(EditionId id, String workbook, String sheet) {
    return sheet(id.toString(), workbook, sheet);
  }

  public static String sheet(String id, String workbook, String sheet) {
    return edition(id) + "/tables/" + encoded(workbook) + "/" + encoded(sheet);
  }

  public static String row(String id, String workbook, String sheet, int row) {
    return sheet(id, workbook, sheet) + "#row-" + row;
  }

  public static String provision(String id, String provision) {
    return edition(id) + "/provisions#" + provision;
  }

  /** Where a workbook in force is downloaded. */
  public static String workbook(String id, String workbook) {
    return "/v1/policies/" + id + "/tables/" + workbook;
  }

  /** A person's year. */
  public static String year(String person, String year) {
    return withQuery(ACCOUNTS, "person", person, "year", year);
  }

  /** A person's year from an entry on, counted from 1. */
  public static String yearFrom(String person, String year, int from) {
    return withQuery(ACCOUNTS, "person", person, "year", year, "from", from == 1 ? null : Integer.toString(from));
  }

  /** A bill, wherever it is. */
  public static String claim(String claim) {
    return withQuery(ACCOUNTS, "claim", claim);
  }

  /** Where somebody sees what taking a bill back changes. */
  public static String reversal(String claim) {
    return withQuery(REVERSAL, "claim", claim);
  }

  public static String draft(String id) {
    return DESK + "drafts/" + id;
  }

  /** Where somebody confirms that a version is put back in force, knowing the edition's last publication. */
  public static String undo(String edition, int version, int after) {
    return withQuery(UNDO, "edition", edition, "version", Integer.toString(version), "after",
        Integer.toString(after));
  }

  /** The history, telling of a publication that was just made. */
  public static String made(int number) {
    return HISTORY + "?made=" + number;
  }

  /** Where a draft is brought up that was made from an earlier version. */
  public static String update(String id, int from) {
    return draft(id) + "/update?from=" + from;
  }

  /** What a check found, as long as it is kept. */
  public static String check(String id) {
    return DESK + "checks/" + id;
  }

  public static String simulation(String id) {
    return DESK + "simulations/" + id;
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
