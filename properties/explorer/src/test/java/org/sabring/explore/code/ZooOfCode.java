package org.sabring.explore.code;

import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** Code for the rewriter: every method holds one thing that it rewrites, and is never run. */
@SuppressWarnings({"unused", "WaitNotInLoop"})
class ZooOfCode {

  static final Object LOCK = new Object();
  static long count;

  final int[] words;
  private String name = "";
  private volatile boolean open;
  private double weight;

  ZooOfCode(int size) {
    words = new int[size];
  }

  ZooOfCode() {
    this(1);
  }

  class Inner {
    int twice() {
      return words.length * 2;
    }
  }

  String field() {
    return name;
  }

  void store(boolean value) {
    open = value;
  }

  void wide() {
    weight *= 2;
  }

  static long statically() {
    return ++count;
  }

  static Object constant() {
    return LOCK;
  }

  void array(int index) {
    words[index]++;
  }

  static byte[][] rows() {
    byte[][] rows = new byte[2][3];
    rows[1][2] = rows[0][1];
    return rows;
  }

  int block() {
    synchronized (LOCK) {
      return words.length;
    }
  }

  synchronized int guarded(int value) {
    return value / words.length;
  }

  void await() throws InterruptedException {
    wait();
    wait(1);
    notifyAll();
  }

  static boolean update(VarHandle handle, long[] of, int at) {
    VarHandle.fullFence();
    return handle.weakCompareAndSet(of, at, 1L, 2L);
  }

  static void park(Thread other) {
    LockSupport.park();
    LockSupport.parkNanos(1);
    LockSupport.unpark(other);
    Thread.onSpinWait();
  }

  static Object clone(long[] words) {
    return words.clone();
  }

  static int hashes(String text, Object object) {
    return text.hashCode() + object.hashCode();
  }

  static String outside(char[] text) {
    return new String(text);
  }

  static void inside(int[] words) {
    Arrays.fill(words, 1);
  }

  int loop(int end) {
    int sum = 0;
    for (long i = 0; i < end; i++) {
      sum += end;
    }
    return sum;
  }

  int attempt() {
    try {
      return words.length;
    } catch (IllegalStateException e) {
      return 1;
    } catch (Error e) {
      return 2;
    }
  }

  static void fork() {
    new Thread(() -> {}).start();
  }

  Runnable lambda(ArrayDeque<Integer> queue, int value) {
    return () -> queue.add(value + words.length);
  }

  record Pair(int first, String second) {}
}
