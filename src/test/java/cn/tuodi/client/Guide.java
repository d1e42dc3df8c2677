package cn.tuodi.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that the guide to clients shows. */
final class Guide {

  private static final Pattern GENERATE = Pattern.compile("^openapi-generator-cli (generate (?:.*\\\\\\n)*.*)$",
      Pattern.MULTILINE);

  private final List<List<String>> commands;

  private Guide(List<List<String>> commands) {
    this.commands = commands;
  }

  /** Reads a page. */
  static Guide read(String page) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    Matcher command = GENERATE.matcher(Files.readString(Path.of("docs/integrate", page)));
    while (command.find()) {
      commands.add(Arrays.asList(command.group(1).replace("\\\n", " ").strip().split("\\s+")));
    }
    return new Guide(commands);
  }

  /** All of them, the arguments of each. */
  List<List<String>> commands() {
    return commands;
  }

  /** The arguments of the command with which a generator, and a library of it, is run. */
  List<String> command(String... arguments) {
    return commands.stream().filter(command -> command.containsAll(List.of(arguments))).findFirst()
        .orElseThrow(() -> new AssertionError("the guide shows no command with " + List.of(arguments)));
  }
}
