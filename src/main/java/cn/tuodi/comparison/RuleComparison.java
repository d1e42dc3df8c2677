package cn.tuodi.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares written rules by their names. White space and comments make no difference. */
final class RuleComparison {

  private static final Pattern RULE = Pattern.compile(
      "(?ms)^\\s*rule\\s*\"([^\"]+)\"\\s*(?:@provision\\s*\\(\\s*\"([^\"]+)\"\\s*\\))?(.*?)^\\s*end\\b");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*(//|#).*?$");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private RuleComparison() {}

  private record Written(String file, String provision, String text) {

    boolean saysTheSameAs(Written other) {
      return text.equals(other.text) && String.valueOf(provision).equals(String.valueOf(other.provision));
    }
  }

  static List<RuleChange> of(Map<String, String> before, Map<String, String> after) {
    Map<String, Written> old = rules(before);
    Map<String, Written> now = rules(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    List<RuleChange> changes = new ArrayList<>();
    for (String name : names) {
      Written was = old.get(name);
      Written is = now.get(name);
      if (is == null) {
        changes.add(new RuleChange(RowChange.Kind.REMOVED, name, was.file(), was.provision()));
      } else if (was == null) {
        changes.add(new RuleChange(RowChange.Kind.ADDED, name, is.file(), is.provision()));
      } else if (!was.saysTheSameAs(is)) {
        changes.add(new RuleChange(RowChange.Kind.CHANGED, name, is.file(), is.provision()));
      }
    }
    return changes;
  }

  private static Map<String, Written> rules(Map<String, String> sources) {
    Map<String, Written> rules = new LinkedHashMap<>();
    sources.forEach((file, source) -> {
      Matcher matcher = RULE.matcher(COMMENT.matcher(source).replaceAll(" "));
      while (matcher.find()) {
        rules.put(matcher.group(1),
            new Written(file, matcher.group(2), SPACE.matcher(matcher.group(3)).replaceAll(" ").strip()));
      }
    });
    return rules;
  }
}
