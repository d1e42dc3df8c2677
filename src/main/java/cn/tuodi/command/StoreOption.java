package cn.tuodi.command;

import cn.tuodi.desk.Desk;
import cn.tuodi.desk.History;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.Head;
import cn.tuodi.desk.record.Safeguards;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** The directory that a command works on; a service on the same directory takes up what it does. */
public final class StoreOption {

  @Option(names = "--directory", required = true, paramLabel = "FOLDER", defaultValue = "${env:TUODI_STORE_DIRECTORY}", description = {
      "政策目录，缺省取环境变量 TUODI_STORE_DIRECTORY", "directory of policies; by default that of the environment variable"})
  private Path directory;

  @Option(names = "--expect", paramLabel = "NUMBER[:DIGEST]", description = {"应当存在的发布：序号，或“序号:记录摘要”",
      "a publication that must be there: its number, or its number and the digest of its record"})
  private String expected;

  @Option(names = "--four-eyes", defaultValue = "${env:TUODI_DESK_FOUR_EYES:-false}", description = {
      "编制草稿的人不能发布它，缺省取环境变量 TUODI_DESK_FOUR_EYES",
      "who worked on a draft may not publish it; by default as the environment variable says"})
  private boolean fourEyes;

  private PolicyStore store;

  /**
   * The store in the directory.
   *
   * @throws IllegalStateException if it cannot be read
   */
  public PolicyStore store() {
    if (store == null) {
      store = PolicyStore.at(directory, new Safeguards(null, expected == null ? null : Head.parsed(expected)),
          Clock.systemUTC());
      if (store.state().readAt() == null) {
        throw new IllegalStateException("无法读取政策目录 / the directory cannot be read: " + store.state().fault());
      }
    }
    return store;
  }

  /** The desk over the store. */
  public Desk desk() {
    return new Desk(store(), Clock.systemUTC());
  }

  Publisher publisher() {
    return new Publisher(store(), desk(), Clock.systemUTC(), () -> {}, fourEyes);
  }

  History history() {
    return new History(store(), Clock.systemUTC());
  }
}
