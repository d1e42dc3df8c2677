package cn.tuodi.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages hold together: what they link is there, in both languages, and short. */
class PagesTest {

  private static final int MAX_LINE = 120;
  private static final int MAX_README = 120;
  /** Says every word in both languages. */
  private static final Set<Path> IN_BOTH_LANGUAGES = Set.of(Path.of("docs/glossary.md"));
  private static final Set<Path> FOR_ENGINEERS = Set.of(Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md"),
      Path.of("SECURITY.md"));

  @Test
  @DisplayName("Every link within the project leads to a file, and to a heading of it")
  void links() {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]).normalize();
        if (!Files.exists(target) || parts.length == 2 && !Page.read(target).anchors().contains(parts[1])) {
          broken.add(page.path() + " -> " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  @DisplayName("Every page is there in Chinese and English, and its first lines lead to the other language")
  void languages() {
    List<String> alone = new ArrayList<>();
    for (Page page : Page.all()) {
      if (IN_BOTH_LANGUAGES.contains(page.path()) || FOR_ENGINEERS.contains(page.path())) {
        continue;
      }
      String link = "](" + page.counterpart().getFileName() + ")";
      if (!Files.exists(page.counterpart())
          || page.lines().stream().limit(5).noneMatch(line -> line.contains(link))) {
        alone.add(page.path().toString());
      }
    }
    assertEquals(List.of(), alone);
  }

  @Test
  @DisplayName("Every page is listed in the index of its language")
  void index() {
    for (Path index : List.of(Path.of("docs/README.md"), Path.of("docs/README.zh-CN.md"))) {
      Page page = Page.read(index);
      List<Path> listed =
          page.links().stream().map(link -> index.resolveSibling(link.split("#")[0]).normalize()).toList();
      List<Path> missing = Page.all().stream().filter(other -> other.isChinese() == page.isChinese())
          .map(Page::path).filter(path -> path.startsWith("docs")).filter(path -> !path.equals(index))
          .filter(path -> !path.startsWith("docs/decisions") || path.getFileName().toString().startsWith("README"))
          .filter(path -> !listed.contains(path)).toList();
      assertEquals(List.of(), missing, index.toString());
    }
  }

  @Test
  @DisplayName("The README is short, and lines of text are no longer than those of code")
  void lengths() {
    List<String> tooLong = new ArrayList<>();
    for (Page page : Page.all()) {
      boolean readme = page.path().getNameCount() == 1 && page.path().toString().startsWith("README");
      List<String> lines = readme ? page.lines() : page.prose();
      lines.stream().filter(line -> line.length() > MAX_LINE)
          .forEach(line -> tooLong.add(page.path() + ": " + line));
      assertTrue(!readme || page.lines().size() <= MAX_README, page.path() + " is too long");
    }
    assertEquals(List.of(), tooLong);
  }
}
