package cn.tuodi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The real LibreOffice, with a profile of its own. */
public final class LibreOffice {

  private static final Path MACRO = Path.of("src/test/resources/libreoffice");

  private final Path folder;

  /**
   * LibreOffice that keeps its profile and its files in a folder.
   *
   * @param folder an empty folder
   */
  public LibreOffice(Path folder) {
    this.folder = folder;
  }

  /** Workbooks opened and saved again, by name. */
  public Map<String, byte[]> saved(Map<String, byte[]> workbooks) throws IOException, InterruptedException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path out = folder.resolve("out");
    List<String> arguments =
        new ArrayList<>(List.of("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString()));
    Map<String, String> names = new TreeMap<>();
    for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
      String name = workbook.getKey().replace('/', '-');
      names.put(workbook.getKey(), name);
      arguments.add(Files.write(in.resolve(name), workbook.getValue()).toString());
    }
    run(arguments);
    Map<String, byte[]> saved = new TreeMap<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      saved.put(name.getKey(), Files.readAllBytes(out.resolve(name.getValue())));
    }
    return saved;
  }

  /**
   * A workbook after somebody typed something into a cell and saved it.
   *
   * @param workbook the workbook
   * @param sheet name of the sheet
   * @param cell address of the cell
   * @param typed what is typed, as a person types it: {@code 96%}
   */
  public byte[] typed(byte[] workbook, String sheet, String cell, String typed)
      throws IOException, InterruptedException {
    Path source = Files.write(folder.resolve("source.xlsx"), workbook);
    Path target = folder.resolve("target.xlsx");
    Files.deleteIfExists(target);
    Path macros = folder.resolve("profile/user/basic/Standard");
    if (!Files.exists(macros.resolve("Desk.xba"))) {
      // The first start of a profile writes the library anew.
      run(List.of("--terminate_after_init"));
      for (String file : List.of("Desk.xba", "script.xlb")) {
        Files.write(macros.resolve(file), Files.readAllBytes(MACRO.resolve(file)));
      }
    }
    run(List.of("macro:///Standard.Desk.TypeInto(\""
        + String.join("\",\"", source.toString(), target.toString(), sheet, cell, typed) + "\")"));
    return Files.readAllBytes(target);
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("soffice",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--nologo"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), "LibreOffice did not finish");
    assertEquals(0, process.exitValue(), "LibreOffice failed, see README for installing it");
  }
}
