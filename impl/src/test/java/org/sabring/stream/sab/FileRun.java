package org.sabring.stream.sab;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sabring.ring.CursorRing;
import org.sabring.stream.EventLoop;
import org.sabring.stream.compose.Pipeline;

/**
 * A program: makes a file, sends it through rings to another, in four ways, and compares. It runs
 * in a JVM of its own, whose heap is smaller than the file. Arguments: a folder, and megabytes.
 */
public final class FileRun {

  private static final int CAPACITY = 4096;
  private static final int BLOCK = 64 * 1024;

  /** The ways from file to file. */
  enum Way {
    /** Two threads: file, channel, ring, channel, file. */
    CHANNELS {
      @Override
      void send(Path from, Path to, long seconds) throws Exception {
        CursorRing ring = CursorRing.create(CAPACITY);
        all(
            seconds,
            List.of(
                () -> copy(Files.newInputStream(from), RingBytes.output(ring.producer())),
                () -> copy(RingBytes.input(ring.consumer()), Files.newOutputStream(to))));
      }
    },
    /** Two event loops: file, stream, ring, stream, file. */
    STREAMS {
      @Override
      void send(Path from, Path to, long seconds) throws Exception {
        CursorRing ring = CursorRing.create(CAPACITY);
        try (FileChannel in = FileChannel.open(from, READ);
            FileChannel out = FileChannel.open(to, CREATE_NEW, WRITE);
            EventLoop upstream = EventLoop.create("upstream");
            EventLoop downstream = EventLoop.create("downstream")) {
          CompletableFuture<Void> sent = new CompletableFuture<>();
          CompletableFuture<Void> received = new CompletableFuture<>();
          upstream.post(
              () ->
                  Pipeline.of(
                      new FileEnds.Source(upstream, in),
                      new SabByteWritable(upstream, ring.producer()),
                      error -> tell(sent, error)));
          downstream.post(
              () ->
                  Pipeline.of(
                      new SabByteReadable(downstream, ring.consumer()),
                      new FileEnds.Sink(downstream, out),
                      error -> tell(received, error)));
          sent.get(seconds, TimeUnit.SECONDS);
          received.get(seconds, TimeUnit.SECONDS);
        }
      }
    },
    /** Three threads: file, ring, compress, ring, expand, file. */
    GZIP {
      @Override
      OutputStream transform(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 8192) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        };
      }

      @Override
      InputStream back(InputStream in) throws IOException {
        return new GZIPInputStream(in, 8192);
      }
    },
    /** Three threads: file, ring, encrypt, ring, decrypt, file. */
    CIPHER {
      @Override
      OutputStream transform(OutputStream out) throws GeneralSecurityException {
        return new CipherOutputStream(new BufferedOutputStream(out), aes(Cipher.ENCRYPT_MODE));
      }

      @Override
      InputStream back(InputStream in) throws GeneralSecurityException {
        return new CipherInputStream(new BufferedInputStream(in), aes(Cipher.DECRYPT_MODE));
      }
    };

    /** With a transform in the middle, unless a way has none. */
    void send(Path from, Path to, long seconds) throws Exception {
      CursorRing first = CursorRing.create(CAPACITY);
      CursorRing second = CursorRing.create(CAPACITY);
      all(
          seconds,
          List.of(
              () -> copy(Files.newInputStream(from), RingBytes.output(first.producer())),
              () ->
                  copy(
                      RingBytes.input(first.consumer()),
                      transform(RingBytes.output(second.producer()))),
              () -> copy(back(RingBytes.input(second.consumer())), Files.newOutputStream(to))));
    }

    OutputStream transform(OutputStream out) throws Exception {
      return out;
    }

    InputStream back(InputStream in) throws Exception {
      return in;
    }
  }

  private FileRun() {}

  /** Prints a line for each way; ends with an exception when a copy is not the file. */
  public static void main(String[] arguments) throws Exception {
    int megabytes = Integer.parseInt(arguments[1]);
    Path from = Path.of(arguments[0], "from");
    Path to = Path.of(arguments[0], "to");
    make(from, megabytes);
    for (Way way : Way.values()) {
      long start = System.nanoTime();
      way.send(from, to, 60 + 4L * megabytes);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (Files.mismatch(from, to) != -1) {
        throw new IllegalStateException(way + ": differs at byte " + Files.mismatch(from, to));
      }
      System.out.printf("%s: %d bytes in %.1f s, identical%n", way, Files.size(to), seconds);
      Files.delete(to);
    }
  }

  /** Half of it is random, half of it can be compressed; and it does not end at a whole block. */
  private static void make(Path file, int megabytes) throws IOException {
    Random random = new Random(megabytes);
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < megabytes * 16; i++) {
        random.nextBytes(block);
        Arrays.fill(block, 0, BLOCK / 2, (byte) i);
        out.write(block);
      }
      out.write(block, 0, 3);
    }
  }

  private static Cipher aes(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(mode, new SecretKeySpec(new byte[16], "AES"), new IvParameterSpec(new byte[16]));
    return cipher;
  }

  /** Whatever goes wrong, both are closed: an end of the ring that is not the file's end. */
  private static long copy(InputStream from, OutputStream to) throws IOException {
    try (InputStream in = from;
        OutputStream out = to) {
      return in.transferTo(out);
    }
  }

  /** Each on a thread of its own; the first failure comes through. */
  private static void all(long seconds, List<Callable<Long>> works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      for (Future<Long> work : threads.invokeAll(works, seconds, TimeUnit.SECONDS)) {
        work.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void tell(CompletableFuture<Void> future, @Nullable Throwable error) {
    if (error == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(error);
    }
  }
}
