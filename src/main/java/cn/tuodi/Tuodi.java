package cn.tuodi;

import cn.tuodi.edition.EditionArchive;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Tuodi {

  private Tuodi() {}

  /** Loads the editions while the server starts. */
  public static void main(String[] arguments) {
    EditionArchive.startLoading();
    Quarkus.run(arguments);
  }
}
