package org.sabring.properties.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.SharedInts;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.catalog.Mutants;

/**
 * A class loader in which the shipped classes are those of a mutant, and all that looks at them is
 * loaded anew, {@code org.sabring.properties} and the tests of {@code impl}: so that code runs
 * unchanged against the mutant. The explorer, {@code spec}, {@code tla}, all libraries and this
 * package are the same inside and outside.
 *
 * <p>To run any class of {@code properties} in it: give it a constructor without arguments and let
 * it implement an interface of this package or of the JDK, then
 *
 * <pre>{@code
 * Mutant mutant = Mutants.named("AskWithoutCompare").orElseThrow();
 * MutantCheck run = MutantWorld.of(mutant).create(MyRun.class, MutantCheck.class);
 * List<Check> found = run.look(mutant, Progress.SILENT);
 * }</pre>
 *
 * <p>What goes in and comes out has to be of a type that is the same inside and outside: a shipped
 * class, or one of {@code properties}, is another one inside.
 */
public final class MutantWorld {

  private static final List<String> SHIPPED =
      List.of("org.sabring.memory.", "org.sabring.ring.", "org.sabring.stream.");

  private static final String LOOKERS = "org.sabring.properties.";

  /** What the tests of the shipped classes have in common; the others are beside those classes. */
  private static final String TESTS = "org.sabring";

  /** This package: what goes in and comes out. */
  private static final String SHARED = MutantWorld.class.getPackageName() + ".";

  /** What was compiled, by its edits: the same mutant is asked for again and again. */
  private static final Map<List<Edit>, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

  private final ClassLoader loader;

  private MutantWorld(Map<String, byte[]> compiled) {
    this.loader = new Loader(compiled);
  }

  /** The mutants of the ring and its memory that are planted, in the catalogue's order. */
  public static List<Mutant> ofTheRing() {
    return planted().filter(mutant -> !mutant.isInStream()).toList();
  }

  /** The mutants of the streams that are planted, in the catalogue's order. */
  public static List<Mutant> ofTheStreams() {
    return planted().filter(Mutant::isInStream).toList();
  }

  private static Stream<Mutant> planted() {
    return Mutants.all().stream().filter(mutant -> !mutant.edits().isEmpty());
  }

  /**
   * The shipped classes with this mutant's edits. The edited sources are compiled; the other
   * classes are those shipped.
   *
   * @throws IOException when a source or the compiler is missing, saying where it was expected
   * @throws IllegalArgumentException when an edit does not fit its source, or does not compile
   */
  public static MutantWorld of(Mutant mutant) throws IOException {
    if (mutant.edits().isEmpty()) {
      throw new IllegalArgumentException(mutant.name() + ": no edit, expected one");
    }
    return of(mutant.edits());
  }

  /**
   * The shipped classes with these edits.
   *
   * @throws IOException as {@link #of(Mutant)}
   * @throws IllegalArgumentException as {@link #of(Mutant)}
   */
  public static MutantWorld of(List<Edit> edits) throws IOException {
    Map<String, byte[]> compiled = COMPILED.get(edits);
    if (compiled == null) {
      compiled = EditedClasses.of(edits, SharedInts.class);
      COMPILED.put(List.copyOf(edits), compiled);
    }
    return new MutantWorld(compiled);
  }

  /**
   * The shipped classes, all of them compiled from their sources: the control of this class.
   * Whatever finds something wrong here, finds the way and not the mutant.
   *
   * @throws IOException as {@link #of}
   */
  public static MutantWorld unedited() throws IOException {
    Map<String, byte[]> compiled = new HashMap<>();
    for (String shipped : SHIPPED) {
      String folder = "impl/src/main/java/" + shipped.substring(0, shipped.length() - 1);
      compiled.putAll(EditedClasses.unedited(folder.replace('.', '/'), SharedInts.class));
    }
    return new MutantWorld(compiled);
  }

  /** Whether a class is loaded in such a world: what it looks at is a mutant then. */
  public static boolean holds(Class<?> type) {
    return type.getClassLoader() instanceof Loader;
  }

  /** The class of that name inside. */
  public Class<?> load(Class<?> outside) {
    try {
      return loader.loadClass(outside.getName());
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

  /** Child first for what is shipped and for all who look at it. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> compiled;

    Loader(Map<String, byte[]> compiled) {
      super(MutantWorld.class.getClassLoader());
      this.compiled = compiled;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean looks = name.startsWith(LOOKERS) && !name.startsWith(SHARED);
      boolean tests = name.lastIndexOf('.') == TESTS.length() && name.startsWith(TESTS);
      if (!looks && !tests && SHIPPED.stream().noneMatch(name::startsWith)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    /** The explorer reads class files, to load them in its own way. */
    @Override
    public @Nullable InputStream getResourceAsStream(String file) {
      byte[] bytes = compiled.get(file.replaceFirst("[.]class$", "").replace('/', '.'));
      return bytes == null ? super.getResourceAsStream(file) : new ByteArrayInputStream(bytes);
    }
  }
}
