package org.sabring.explore.code;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A class loader that rewrites the classes under test, and copies of the JDK's classes that hold
 * shared state. Static fields begin anew in each world.
 */
public final class World extends ClassLoader {

  /** What a class file becomes is the same in all worlds: edits keep supertypes and fields. */
  private record Source(ByteBuffer file, boolean lockModel) {}

  private static final Map<ClassLoader, Map<Source, Map<String, byte[]>>> REWRITTEN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final ClassFiles files;
  private final boolean lockModel;
  private final ClassRewriter rewriter;
  private final Map<Source, Map<String, byte[]>> cache;

  /** Classes of lambdas whose host is loaded. */
  private final Map<String, byte[]> lambdas = new ConcurrentHashMap<>();

  /**
   * Looks up classes on a class path.
   *
   * @param replaced internal or binary class name to the class file to use in place of the one on
   *     the class path: edited copies
   * @param lockModel whether ReentrantLock is the engine's model, or a copy of the JDK's own
   */
  public World(ClassLoader classPath, Map<String, byte[]> replaced, boolean lockModel) {
    super(classPath);
    Map<String, byte[]> edited = new HashMap<>();
    replaced.forEach((name, file) -> edited.put(name.replace('.', '/'), file));
    this.files = new ClassFiles(classPath, edited);
    this.lockModel = lockModel;
    this.rewriter = new ClassRewriter(files, new CopiedClasses(lockModel));
    this.cache = REWRITTEN.computeIfAbsent(classPath, path -> new ConcurrentHashMap<>());
    setDefaultAssertionStatus(true);
    setPackageAssertionStatus("copied", false); // as the JVM runs the JDK
  }

  /** Whether a class of the JDK comes as a copy, named {@code copied/...}. */
  public static boolean isCopied(String internalName) {
    return CopiedClasses.isCopied(internalName);
  }

  /** The name that a reader knows, for texts. */
  public static String originalName(Class<?> type) {
    String name = type.getName().replace('.', '/');
    return CopiedClasses.original(name).replace('/', '.');
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] lambda = lambdas.get(internalName);
      if (lambda != null) {
        return defineClass(name, lambda, 0, lambda.length);
      }
      if (internalName.startsWith(CopiedClasses.PREFIX)) {
        return define(name, internalName.substring(CopiedClasses.PREFIX.length()));
      }
      if (CopiedClasses.isOfJdk(internalName)) {
        return super.loadClass(name, resolve);
      }
      if (RewritingScope.isEngine(internalName)) {
        return Class.forName(name, false, World.class.getClassLoader());
      }
      return RewritingScope.isRewritten(internalName)
          ? define(name, internalName)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name, String file) throws ClassNotFoundException {
    byte[] source = files.bytes(file);
    if (source == null) {
      throw new ClassNotFoundException(name);
    }
    Map<String, byte[]> made =
        cache.computeIfAbsent(
            new Source(ByteBuffer.wrap(source), lockModel), key -> rewriter.rewrite(source));
    String internalName = name.replace('.', '/');
    made.forEach(
        (each, bytes) -> {
          if (!each.equals(internalName)) {
            lambdas.put(each, bytes);
          }
        });
    byte[] bytes = made.get(internalName);
    if (bytes == null) {
      throw new ClassNotFoundException(name + ": its file holds " + made.keySet());
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
