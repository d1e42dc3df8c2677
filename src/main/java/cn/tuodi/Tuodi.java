package cn.tuodi;

import cn.tuodi.command.Commands;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.http.UnreadableRequests;
import cn.tuodi.http.framework.RequestFraming;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or with arguments a command. */
@QuarkusMain
public final class Tuodi {

  private Tuodi() {}

  /** Without arguments loads the editions while the server starts; with some runs a command without a server. */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      System.exit(Commands.run(arguments));
    }
    EditionArchive.startLoading();
    UnreadableRequests.readAddresses();
    RequestFraming.install();
    Quarkus.run(arguments);
  }
}
