package cn.tuodi.http.framework;

import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Forms that cannot be read: they break off, have no parts or another boundary, or name an encoding that does not exist.
 * They fail in the framework, before anything of this application is called, in as many ways as there are.
 */
public final class MalformedForms {

  /** What reads forms. */
  private static final Set<String> READERS = Set.of("org.jboss.resteasy.reactive.server.handlers.FormBodyHandler",
      "org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler");
  private static final String OF_THE_DISK = "sun.nio.ch.";

  private MalformedForms() {}

  /** Whether a failure came about while a form was read. */
  public static boolean isCauseOf(Exception failure) {
    return frames(failure).anyMatch(READERS::contains);
  }

  /** Whether nothing is wrong with the form, but its files cannot be written. */
  public static boolean isOfTheDisk(Exception failure) {
    return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof FileSystemException
            || frames(cause).findFirst().filter(name -> name.startsWith(OF_THE_DISK)).isPresent());
  }

  private static Stream<String> frames(Throwable failure) {
    return Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getClassName);
  }

  /** What is told to the sender. */
  public static Problem problem(Exception failure, Language language) {
    if (failure instanceof UnsupportedCharsetException || failure instanceof IllegalCharsetNameException
        || failure instanceof UnsupportedEncodingException) {
      return problem(language, language.text("http.the-form-names-a-charset-that"));
    } else if (failure instanceof IllegalArgumentException) {
      return Problem.of(400, "INVALID_REQUEST", language.text("http.the-form-cannot-be-decoded"),
          language.text("http.two-hexadecimal-digits-follow-each-of-a"));
    }
    return problem(language, language.text("http.the-form-is-cut-short-or"));
  }

  private static Problem problem(Language language, String detail) {
    return Problem.of(400, "INVALID_REQUEST", language.text("http.the-form-cannot-be-read"), detail);
  }
}
