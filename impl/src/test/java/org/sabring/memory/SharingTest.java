package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.Side;

/** Who shares words and waiter lists with whom. */
@Timeout(60)
class SharingTest {

  @Test
  void memoriesOfOneArrayShareWordsAndWaiters() throws Exception {
    int[] words = {0, 0, 0};
    assertShared(SharedInts.heap(words), SharedInts.heap(words));
    assertThat(words[2]).isEqualTo(9);
  }

  @Test
  void memoriesOfEqualArraysShareNothing() throws Exception {
    assertNotShared(SharedInts.heap(new int[3]), SharedInts.heap(new int[3]));
    assertNotShared(SharedInts.direct(3), SharedInts.direct(3));
  }

  @Test
  void theRegistryDoesNotKeepAnArrayAlive() {
    WeakReference<int[]> words = new WeakReference<>(new int[3]);
    assertThat(isWrapped(words)).isTrue();
    Side.until(
        () -> {
          System.gc();
          return words.refersTo(null);
        });
  }

  /** A method of its own, so that no frame holds the array afterwards. */
  private static boolean isWrapped(WeakReference<int[]> words) {
    int[] array = words.get();
    return array != null && SharedInts.heap(array).length() == 3;
  }

  @Test
  void mappingsOfOneFileShareWordsAndWaiters(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ring");
    Path link = folder.resolve("link");
    SharedInts memory = SharedInts.mapped(file, 3);
    Files.createSymbolicLink(link, file);
    assertShared(memory, SharedInts.mapped(link, 3));
  }

  @Test
  void mappingsOfTwoFilesShareNothing(@TempDir Path folder) throws Exception {
    assertNotShared(
        SharedInts.mapped(folder.resolve("one"), 3), SharedInts.mapped(folder.resolve("two"), 3));
  }

  @Test
  void aMappedFileHoldsTheWordsInNativeOrder(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ring");
    SharedInts.mapped(file, 3).setVolatile(1, 0x01020304);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    assertThat(bytes.remaining()).isEqualTo(12);
    assertThat(bytes.getInt(4)).isEqualTo(0x01020304);
    assertThat(SharedInts.mapped(file, 3).getVolatile(1)).isEqualTo(0x01020304);
  }

  @Test
  void aMappedFileOfAnotherLengthIsAnError(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("ring"), new byte[40]);
    assertThatThrownBy(() -> SharedInts.mapped(file, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("file=" + file + ", found 40 bytes, expected 32");
    assertThat(file).hasSize(40);
  }

  private static void assertShared(SharedInts one, SharedInts other) throws Exception {
    one.setVolatile(2, 9);
    assertThat(other.getVolatile(2)).isEqualTo(9);
    Side<Awaited> waiter = Side.waiter(one, 0, FOREVER);
    assertThat(other.waiters(0)).isEqualTo(1);
    assertThat(other.notify(0, ALL)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(Awaited.OK);
  }

  private static void assertNotShared(SharedInts one, SharedInts other) throws Exception {
    one.setVolatile(2, 9);
    assertThat(other.getVolatile(2)).isZero();
    Side<Awaited> waiter = Side.waiter(one, 0, FOREVER);
    assertThat(other.waiters(0)).isZero();
    assertThat(other.notify(0, ALL)).isZero();
    assertThat(one.notify(0, ALL)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(Awaited.OK);
  }
}
