package cn.tuodi.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs the command alone, as a program that git can start. */
public final class TextMain {

  private TextMain() {}

  /** Writes the workbook that the argument names as text. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.exit(new CommandLine(new TextCommand()).setOut(out).execute(arguments));
  }
}
