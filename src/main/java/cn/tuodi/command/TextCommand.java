package cn.tuodi.command;

import cn.tuodi.table.WorkbookText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes a workbook as plain text, for {@code git diff}. A file that is no readable workbook has a text that says so, so
 * that the diff of other files goes on.
 */
@Command(name = "text", description = "把工作簿写成纯文本，供 git diff 使用 / write a workbook as plain text, for git diff", mixinStandardHelpOptions = true)
public final class TextCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE.xlsx", description = "工作簿 / a workbook")
  private Path file;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      spec.commandLine().getErr().println("没有文件 / no such file: " + file);
      return 2;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(text(content));
    out.flush();
    return 0;
  }

  private static String text(byte[] content) {
    try {
      return WorkbookText.of(content);
    } catch (IOException e) {
      return "不是可读的 xlsx 工作簿 / not a readable xlsx workbook: " + content.length + " bytes, sha256 " + hash(content)
          + "\n";
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
