package org.sabring.explore.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What a world loads itself, what it leaves to others, and that the JVM's verifier accepts it. */
class WorldTest {

  private static World world(Map<String, byte[]> replaced) {
    return new World(WorldTest.class.getClassLoader(), replaced, true);
  }

  /** Links a class: its initializer needs a running engine, and comes after that. */
  private static void verify(World world, String name) throws ClassNotFoundException {
    try {
      Class.forName(name, true, world);
    } catch (ExceptionInInitializerError e) {
      assertThat(e).hasCauseInstanceOf(IllegalStateException.class);
    } catch (NoClassDefFoundError e) {
      assertThat(e).hasMessageContaining("Could not initialize class");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$Inner", "$Pair"})
  void aTestClassInAPackageOfTheEngineIsRewritten(String nested) throws ClassNotFoundException {
    World world = world(Map.of());
    String name = ZooOfCode.class.getName() + nested;
    assertThat(world.loadClass(name).getClassLoader()).isSameAs(world);
    verify(world, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.ArrayDeque",
        "org.sabring.explore.code.World",
        "org.sabring.explore.hook.Locks",
        "org.assertj.core.api.Assertions",
      })
  void whatIsNotUnderTestIsTheOneThatAllShare(String name) throws ClassNotFoundException {
    assertThat(world(Map.of()).loadClass(name)).isSameAs(Class.forName(name));
  }

  @Test
  void everyCopyOfAClassOfTheJdkIsAccepted() throws IOException, ClassNotFoundException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    List<String> names;
    try (Stream<Path> files = Files.walk(base)) {
      names =
          files
              .map(file -> base.relativize(file).toString())
              .filter(file -> file.endsWith(".class"))
              .map(file -> file.substring(0, file.length() - ".class".length()))
              .filter(World::isCopied)
              .filter(name -> !name.equals("java/util/concurrent/locks/ReentrantLock"))
              .toList();
    }
    assertThat(names).hasSizeGreaterThan(500);
    World world = world(Map.of());
    for (String name : names) {
      verify(world, "copied." + name.replace('/', '.'));
    }
  }

  @Test
  void aCopyHasTheNameThatPeopleKnow() throws ClassNotFoundException {
    Class<?> copy = world(Map.of()).loadClass("copied.java.util.ArrayDeque");
    assertThat(copy).isNotEqualTo(ArrayDeque.class);
    assertThat(World.originalName(copy)).isEqualTo("java.util.ArrayDeque");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/util/Queue",
        "java/util/concurrent/BlockingQueue",
        "java/util/concurrent/TimeUnit",
        "java/util/concurrent/CancellationException",
        "java/util/concurrent/locks/LockSupport",
        "java/lang/String",
      })
  void whatHoldsNoStateIsNotCopied(String name) {
    assertThat(World.isCopied(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/util/ArrayDeque$DeqIterator",
        "java/util/concurrent/CompletionStage",
        "java/util/concurrent/ForkJoinPool$ForkJoinWorkerThreadFactory",
        "java/util/concurrent/atomic/AtomicLongFieldUpdater",
        "java/util/concurrent/atomic/Striped64$Cell",
      })
  void whatSpeaksOfCopiesIsCopied(String name) {
    assertThat(World.isCopied(name)).isTrue();
  }

  @Test
  void anEditedCopyStandsInForTheClassOnTheClassPath() throws ClassNotFoundException {
    ClassWriter edited = new ClassWriter(0);
    String name = ZooOfCode.class.getName();
    edited.visit(
        Opcodes.V17, Opcodes.ACC_ABSTRACT, name.replace('.', '/'), null, "java/lang/Object", null);
    edited.visitEnd();
    Class<?> loaded = world(Map.of(name, edited.toByteArray())).loadClass(name);
    assertThat(loaded.getDeclaredFields()).isEmpty();
  }

  @Test
  void anUnknownClassIsNotFound() {
    assertThatThrownBy(() -> world(Map.of()).loadClass("no.such.Thing"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("no.such.Thing");
  }
}
