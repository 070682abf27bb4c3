package org.sabring.properties.stream.mistake;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutant.Edit;
import org.sabring.spec.mutant.Mutants;

/**
 * The shipped streams but for one edit of their source, in a world of their own: a class loader in
 * which {@code org.sabring.stream} is that, and whatever of {@code org.sabring.properties} looks at
 * streams is loaded anew, so that its code runs unchanged against the mistaken streams. The ring,
 * its memory, the explorer, {@code spec} and all libraries are the same inside and outside.
 *
 * <p>To run any class of {@code properties} against them: give it a constructor without arguments
 * and let it implement an interface of the JDK or of {@code spec}, then
 *
 * <pre>{@code
 * Mutant mutant = Mutants.named("AskWithoutCompare").orElseThrow();
 * Callable<?> run = MistakenStreams.of(mutant).create(MyRun.class, Callable.class);
 * Check check = (Check) run.call();
 * }</pre>
 *
 * <p>What goes in and comes out has to be of a type that is the same inside and outside: a class of
 * {@code org.sabring.stream}, or of those that look at it, is another one inside.
 */
public final class MistakenStreams {

  private static final String STREAMS = "org.sabring.stream.";

  /** The packages with a class that names one of a stream. */
  private static final List<String> LOOKERS =
      List.of(
          "org.sabring.properties.stream.",
          "org.sabring.properties.explore.stream.",
          "org.sabring.properties.conform.");

  private final ClassLoader world;

  private MistakenStreams(Map<String, byte[]> compiled) {
    this.world = new World(compiled);
  }

  /** The mutants that are planted in a shipped class of streams, in the catalogue's order. */
  public static List<Mutant> mutants() {
    return Mutants.all().stream().filter(mutant -> mutant.edit() != null).toList();
  }

  /**
   * The streams with this mutant's mistake. Its class is compiled; the others are those shipped.
   *
   * @throws IOException when the source or the compiler is missing, saying where it was expected
   * @throws IllegalArgumentException when the edit does not fit the source, or does not compile
   */
  public static MistakenStreams of(Mutant mutant) throws IOException {
    return of(Objects.requireNonNull(mutant.edit(), mutant.name()));
  }

  static MistakenStreams of(Edit edit) throws IOException {
    return new MistakenStreams(MemoryCompiler.compile(List.of(EditedSource.of(edit))));
  }

  /**
   * The streams as they are shipped, all of them compiled from their sources: the control of this
   * class. Whatever finds something wrong here, finds the way and not the mistake.
   *
   * @throws IOException as {@link #of}
   */
  public static MistakenStreams unedited() throws IOException {
    return new MistakenStreams(MemoryCompiler.compile(EditedSource.shipped()));
  }

  /** The class of that name inside. */
  public Class<?> load(Class<?> outside) {
    try {
      return world.loadClass(outside.getName());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A new object of the class of that name inside, made without arguments.
   *
   * @param as an interface that is the same inside and outside
   */
  public <T> T create(Class<?> outside, Class<T> as) {
    try {
      Constructor<?> constructor = load(outside).getDeclaredConstructor();
      constructor.setAccessible(true);
      return as.cast(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(outside.getName(), e);
    }
  }

  /** Child first for the streams and all who look at them. */
  private static final class World extends ClassLoader {
    private final Map<String, byte[]> compiled;

    World(Map<String, byte[]> compiled) {
      super(MistakenStreams.class.getClassLoader());
      this.compiled = compiled;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(STREAMS) && LOOKERS.stream().noneMatch(name::startsWith)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      byte[] bytes = compiled.get(name);
      if (bytes == null) {
        bytes = shipped(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] shipped(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
