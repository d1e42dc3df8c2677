package cn.tuodi.edition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.model.Model;

/** The classes of one kjar, apart from those of any other. */
final class KjarClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String CLASS = ".class";
  private static final String MODELS = "/drools-model";

  private final Map<String, byte[]> classes;
  private final List<String> models;

  private KjarClassLoader(ClassLoader parent, Map<String, byte[]> classes, List<String> models) {
    super(parent);
    this.classes = classes;
    this.models = models;
  }

  /**
   * Reads a kjar that was compiled to an executable model.
   *
   * @param kjar the bytes of the kjar
   * @param parent knows the classes that the rules are about
   */
  static KjarClassLoader of(byte[] kjar, ClassLoader parent) {
    Map<String, byte[]> classes = new HashMap<>();
    List<String> models = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(kjar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(CLASS)) {
          classes.put(name.substring(0, name.length() - CLASS.length()).replace('/', '.'), zip.readAllBytes());
        } else if (name.endsWith(MODELS)) {
          new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).forEach(models::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (models.isEmpty()) {
      throw new IllegalStateException("the kjar holds no compiled rules");
    }
    return new KjarClassLoader(parent, classes, models);
  }

  /** The rules, one model a package. */
  List<Model> models() {
    return EditionCompiler.models(models, this);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
    }
  }
}
