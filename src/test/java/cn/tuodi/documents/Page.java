package cn.tuodi.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page for people: the README, or one below docs. */
record Page(Path path, List<String> lines) {

  private static final String CHINESE = ".zh-CN.md";
  private static final Pattern NOTE = Pattern.compile("<!-- ((?:not run|run by \\w+): .+) -->");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|^\\[[^\\]]+\\]: (\\S+)$");
  private static final Pattern NO_ANCHOR = Pattern.compile("[^\\p{L}\\p{N}\\- _]");

  /** All pages, in the order of their paths. */
  static List<Page> all() {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      Stream<Path> atTheTop =
          Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
              .map(Path::of);
      return Stream.concat(atTheTop, docs.filter(path -> path.toString().endsWith(".md")).sorted()).map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page read(Path path) {
    try {
      return new Page(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is written in Chinese. */
  public boolean isChinese() {
    return path.toString().endsWith(CHINESE);
  }

  /** The same page in the other language. */
  Path counterpart() {
    String name = path.getFileName().toString();
    return path.resolveSibling(isChinese() ? name.replace(CHINESE, ".md") : name.replace(".md", CHINESE));
  }

  /** The blocks of commands. */
  List<ShellBlock> shellBlocks() {
    List<ShellBlock> blocks = new ArrayList<>();
    String note = null;
    for (int i = 0; i < lines.size(); i++) {
      Matcher marked = NOTE.matcher(lines.get(i));
      if (marked.matches()) {
        note = marked.group(1);
      } else if (lines.get(i).startsWith("```")) {
        int end = endOfBlock(i);
        if (lines.get(i).equals("```sh")) {
          blocks.add(new ShellBlock(path, i + 1, note, String.join("\n", lines.subList(i + 1, end))));
        }
        note = null;
        i = end;
      } else if (!lines.get(i).isBlank()) {
        note = null;
      }
    }
    return blocks;
  }

  /** What is neither code nor a line of a table, with the number of its line before it. */
  List<String> prose() {
    List<String> prose = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        i = endOfBlock(i);
      } else if (!lines.get(i).startsWith("|")) {
        prose.add(lines.get(i));
      }
    }
    return prose;
  }

  /** Where its links lead that are no addresses of the web. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        i = endOfBlock(i);
        continue;
      }
      Matcher link = LINK.matcher(lines.get(i));
      while (link.find()) {
        String target = link.group(1) == null ? link.group(2) : link.group(1);
        if (!target.contains("://")) {
          links.add(target);
        }
      }
    }
    return links;
  }

  /** The anchors of its headings, as forges make them. */
  List<String> anchors() {
    return prose().stream().filter(line -> line.startsWith("#")).map(line -> line.replaceFirst("^#+ ", ""))
        .map(heading -> NO_ANCHOR.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-')).toList();
  }

  private int endOfBlock(int begin) {
    for (int i = begin + 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        return i;
      }
    }
    throw new IllegalStateException(path + ":" + (begin + 1) + ": the block does not end");
  }
}
