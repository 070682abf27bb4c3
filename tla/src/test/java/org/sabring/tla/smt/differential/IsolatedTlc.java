package org.sabring.tla.smt.differential;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** TLC in this JVM, in a class loader of its own, of which a new one is made now and then. */
final class IsolatedTlc implements AutoCloseable {

  /** TLC keeps every name that it has read. */
  private static final int MODULES = 500;

  private URLClassLoader loader = loader();
  private Function<List<String>, Map<String, String>> verdicts = verdicts(loader);
  private int asked;

  /** As {@link TlcVerdicts#apply}. */
  Map<String, String> decide(List<String> request) throws IOException {
    if (++asked % MODULES == 0) {
      loader.close();
      loader = loader();
      verdicts = verdicts(loader);
    }
    return verdicts.apply(request);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static URLClassLoader loader() {
    try {
      URL tlc = location(Class.forName("tlc2.TLC", false, IsolatedTlc.class.getClassLoader()));
      URL[] urls = {tlc, location(TlcVerdicts.class)};
      return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("TLC is not on the class path", e);
    }
  }

  private static URL location(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI().toURL();
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  @SuppressWarnings("unchecked") // TlcVerdicts says so
  private static Function<List<String>, Map<String, String>> verdicts(ClassLoader loader) {
    try {
      return (Function<List<String>, Map<String, String>>)
          loader.loadClass(TlcVerdicts.class.getName()).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
