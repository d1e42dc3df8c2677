package cn.tuodi.edition;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * What rules are compiled against: the classes of the application. It knows that compiled rules are never among them, so
 * that the loaders above are not asked. Those remember every name that they were asked for in vain, and every version of
 * a rule has names of its own: each publication would leave some behind.
 */
final class ApplicationClassLoader extends ClassLoader {

  private static final String CLASSES_OF_RULES = "tuodi.";

  static {
    registerAsParallelCapable();
  }

  ApplicationClassLoader() {
    super(ApplicationClassLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(CLASSES_OF_RULES)) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public URL getResource(String name) {
    return isOfRules(name) ? null : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return isOfRules(name) ? Collections.emptyEnumeration() : super.getResources(name);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    return isOfRules(name) ? null : super.getResourceAsStream(name);
  }

  private static boolean isOfRules(String name) {
    return name.startsWith(CompiledPackage.SOURCES);
  }
}
