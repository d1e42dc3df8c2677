package cn.tuodi.account.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL as Debian packages it, on a free port and in a directory of its own. It does not run as root. */
public final class RunningPostgres implements AutoCloseable {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  /** The script for backups. */
  public static final String BACKUP = Path.of("kubernetes/accounts-backup.sh").toAbsolutePath().toString();
  private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

  private final Path directory;
  private final int port;

  private RunningPostgres(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** Makes an empty database and starts it. */
  public static RunningPostgres start() {
    try {
      Path directory = Files.createTempDirectory("tuodi-postgres");
      if (IS_ROOT) {
        run(List.of("chown", "postgres", directory.toString()));
      }
      RunningPostgres postgres = new RunningPostgres(directory, freePort());
      postgres.command("initdb", "-D", directory.resolve("data").toString(), "-A", "trust", "-U", "tuodi", "-N", "-E",
          "UTF8", "--wal-segsize=1");
      postgres.resume();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Where it can be reached. */
  public String address() {
    return address("postgres");
  }

  private String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=tuodi";
  }

  /** Runs a script of SQL on an empty database. */
  public void run(Path script) {
    command("psql", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "tuodi", "-q", "-v", "ON_ERROR_STOP=1", "-f",
        script.toAbsolutePath().toString(), "postgres");
  }

  /** The port on this machine. */
  public int port() {
    return port;
  }

  /** Where it can be reached by another port, with every statement in words. */
  public String addressAt(int other) {
    return "jdbc:postgresql://127.0.0.1:" + other + "/postgres?user=tuodi&prepareThreshold=0";
  }

  /** An empty database; where it can be reached. */
  public String made(String database) {
    command("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "tuodi", "--maintenance-db=template1",
        database);
    return address(database);
  }

  /** What a program for operators says to a database of this server that is named with {@code @} before it. */
  public Said said(Map<String, String> environment, String... command) {
    String server = "postgresql://tuodi@127.0.0.1:" + port + "/";
    return said(environment,
        Stream.of(command).map(word -> word.startsWith("@") ? server + word.substring(1) : word).toList());
  }

  /** What the script for backups says, with databases as {@code @name}. */
  public Said backup(String... arguments) {
    return said(Map.of(), Stream.concat(Stream.of(BACKUP), Stream.of(arguments)).toArray(String[]::new));
  }

  /** A file beside the server's own. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /**
   * How a program has ended, and what it has said.
   *
   * @param code its exit code
   * @param text what it said
   */
  public record Said(int code, String text) {}

  /** Another database with what this one has, which nobody is connected to; where that can be reached. */
  public String copied(String database) {
    command("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "tuodi", "--maintenance-db=template1",
        "-T", "postgres", database);
    return address(database);
  }

  /** Stops it as if the power had gone. */
  public void kill() {
    control(List.of(), "-m", "immediate", "stop");
  }

  /** Starts it again on the same port with what it has kept. */
  public void resume() {
    resume(List.of());
  }

  /** The same, where no file can grow beyond a size any more, as if the disk were full. */
  public void resumeWithFullDisk(int kilobytes) {
    resume(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$0\" \"$@\""));
  }

  /** No test cuts the power: what the server has written outlives its end, whether the disk has it or not. */
  private void resume(List<String> within) {
    control(within, "-l", directory.resolve("log").toString(), "-o", "-p " + port + " -c listen_addresses=127.0.0.1 -c "
        + "unix_socket_directories=" + directory + " -c max_connections=60 -c fsync=off", "start");
  }

  private void control(List<String> within, String... arguments) {
    List<String> command = new ArrayList<>(List.of("-w", "-s", "-D", directory.resolve("data").toString()));
    command.addAll(List.of(arguments));
    command(within, "pg_ctl", command.toArray(String[]::new));
  }

  private void command(String program, String... arguments) {
    command(List.of(), program, arguments);
  }

  private void command(List<String> within, String program, String... arguments) {
    List<String> command = new ArrayList<>(IS_ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
    command.addAll(within);
    command.add(binaries().resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static Path binaries() {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions.map(version -> version.resolve("bin")).filter(bin -> Files.exists(bin.resolve("initdb")))
          .max(Comparator.naturalOrder()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("install the package postgresql", e);
    }
  }

  private static void run(List<String> command) {
    Said said = said(Map.of(), command);
    if (said.code() != 0) {
      throw new IllegalStateException(command + ": " + said.text());
    }
  }

  private static Said said(Map<String, String> environment, List<String> command) {
    try {
      Path text = Files.createTempFile("tuodi-postgres", ".log");
      ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true)
          .redirectOutput(text.toFile());
      builder.environment().putAll(environment);
      Said said = new Said(builder.start().waitFor(), Files.readString(text));
      Files.delete(text);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
    run(List.of("rm", "-rf", directory.toString()));
  }
}
