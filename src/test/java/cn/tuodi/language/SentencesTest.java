package cn.tuodi.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Code and templates hold no sentences: those stand in the bundles. */
class SentencesTest {

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern SENTENCE = Pattern.compile("[，。；：？！]");

  /** What is said in both languages at once: descriptions of the interface, and errors before a language is known. */
  private static final Set<String> IN_BOTH_LANGUAGES =
      new TreeSet<>(Set.of("access/Logins", "account/json/OrderReader", "api/DraftResource",
          "application/ApplicationReader", "command/AccountsSchemaCommand", "command/TableSources",
          "desk/PublicationReader", "desk/record/Head",
          "http/openapi/OpenApiAccountExamples", "http/openapi/OpenApiDocument", "http/openapi/OpenApiExamples",
          "http/openapi/OpenApiProblems", "http/openapi/OpenApiWords",
          "management/ManagementServer", "premium/PremiumReader", "replay/ReplayReader", "table/AnnotatedWorkbook",
          "wiring/ClosedYears"));

  @Test
  void templatesHoldNoChinese() throws IOException {
    for (Path template : files(Path.of("src/main/resources/templates"), ".html")) {
      assertTrue(!CHINESE.matcher(Files.readString(template)).find(), template::toString);
    }
  }

  @Test
  void codeHoldsNoSentences() throws IOException {
    Path root = Path.of("src/main/java/cn/tuodi");
    Set<String> saying = new TreeSet<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
          manager.getJavaFileObjectsFromPaths(files(root, ".java")));
      for (CompilationUnitTree unit : task.parse()) {
        String name = root.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri())).toString()
            .replace('\\', '/').replace(".java", "");
        if (Boolean.TRUE.equals(new Sentences().scan(unit, null))) {
          saying.add(name);
        }
      }
    }
    assertEquals(IN_BOTH_LANGUAGES, saying);
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  /** Finds a literal that is a Chinese sentence, or a part of one, outside of annotations and patterns. */
  private static final class Sentences extends TreeScanner<Boolean, Void> {

    @Override
    public Boolean visitAnnotation(AnnotationTree annotation, Void nothing) {
      return false;
    }

    @Override
    public Boolean visitLiteral(LiteralTree literal, Void nothing) {
      return literal.getValue() instanceof String text && CHINESE.matcher(text).find()
          && SENTENCE.matcher(text).find() && !text.contains("[");
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }
}
