package org.sabring.properties.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;
import org.sabring.stream.sab.RingBytes;
import org.sabring.stream.sab.SabByteReadable;
import org.sabring.stream.sab.SabByteWritable;

/**
 * Bytes in are bytes out: whatever the lengths of the chunks, wherever the end, on rings of every
 * small capacity, read in pieces of any length.
 */
class BytesTest {

  @Provide
  Arbitrary<List<Integer>> lengths() {
    Arbitrary<Integer> length =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(0, 17)),
            Tuple.of(1, Arbitraries.integers().between(4_090, 4_110)));
    return length.list().ofMaxSize(12);
  }

  private static List<byte[]> chunks(List<Integer> lengths) {
    Random random = new Random(7);
    List<byte[]> chunks = new ArrayList<>();
    for (int length : lengths) {
      byte[] chunk = new byte[length];
      random.nextBytes(chunk);
      chunks.add(chunk);
    }
    return chunks;
  }

  private static byte[] joined(List<byte[]> chunks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    chunks.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Property(tries = 100)
  void streamsOnALoopGiveWhatTheyGot(
      @ForAll("lengths") List<Integer> lengths,
      @ForAll @IntRange(min = 2, max = 9) int capacity,
      @ForAll @IntRange(max = 20) int markIn,
      @ForAll @IntRange(max = 20) int markOut) {
    List<byte[]> chunks = chunks(lengths);
    assertThat(overLoop(CursorRing.create(capacity), chunks, markIn, markOut))
        .isEqualTo(joined(chunks));
  }

  /** What the reader got; it has also seen the end, once, and no chunk longer than its mark. */
  private static byte[] overLoop(CursorRing ring, List<byte[]> chunks, int markIn, int markOut) {
    Queue<Runnable> turns = new ArrayDeque<>();
    List<Throwable> thrown = new ArrayList<>();
    EventLoop loop = EventLoop.on(turns::add).onUncaught(thrown::add);
    SabByteWritable in = new SabByteWritable(loop, ring.producer(), Settings.highWaterMark(markIn));
    SabByteReadable out =
        new SabByteReadable(loop, ring.consumer(), Settings.highWaterMark(markOut));
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    int[] ends = new int[1];
    int[] longest = new int[1];
    loop.post(
        () -> {
          out.data().on(got::writeBytes);
          out.data().on(chunk -> longest[0] = Math.max(longest[0], chunk.length));
          out.end().on(none -> ends[0]++);
          chunks.forEach(in::write);
          in.end();
        });
    while (!turns.isEmpty()) {
      turns.remove().run();
    }
    assertThat(thrown).isEmpty();
    assertThat(ends[0]).isEqualTo(1);
    assertThat(longest[0]).isLessThanOrEqualTo(Math.max(1, markOut));
    return got.toByteArray();
  }

  @Property(tries = 50)
  void javasOwnStreamsOnTwoThreadsGiveWhatTheyGot(
      @ForAll("lengths") List<Integer> lengths,
      @ForAll @IntRange(min = 2, max = 9) int capacity,
      @ForAll @IntRange(min = 1, max = 30) int piece)
      throws Exception {
    CursorRing ring = CursorRing.create(capacity);
    List<byte[]> chunks = chunks(lengths);
    FutureTask<Integer> writer = new FutureTask<>(() -> write(ring, chunks));
    Thread thread = new Thread(writer, "writer");
    thread.setDaemon(true);
    thread.start();
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    try (InputStream in = RingBytes.input(ring.consumer())) {
      byte[] buffer = new byte[piece];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        assertThat(n).isPositive();
        got.write(buffer, 0, n);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(writer.get(20, TimeUnit.SECONDS)).isEqualTo(chunks.size());
    assertThat(got.toByteArray()).isEqualTo(joined(chunks));
  }

  private static int write(CursorRing ring, List<byte[]> chunks) throws IOException {
    try (OutputStream out = RingBytes.output(ring.producer())) {
      for (byte[] chunk : chunks) {
        out.write(chunk);
      }
    }
    return chunks.size();
  }

  /** A memory that loses the highest bit of one byte, once. */
  private static final class OneBitLost extends ForwardingInts {
    private final RingLayout layout;
    private int elements;

    OneBitLost(SharedInts memory, RingLayout layout) {
      super(memory);
      this.layout = layout;
    }

    @Override
    public void setPlain(int index, int value) {
      boolean spoilt = index >= layout.data() && ++elements == 2;
      super.setPlain(index, spoilt ? value ^ 0x8000 : value);
    }
  }

  @Example
  void control_oneBitOfOneByteIsMissed() {
    RingLayout layout = RingLayout.compact(4);
    CursorRing ring =
        CursorRing.create(new OneBitLost(SharedInts.heap(layout.length()), layout), layout);
    List<byte[]> chunks = chunks(List.of(5, 4));
    byte[] got = overLoop(ring, chunks, 16, 16);
    assertThat(got).hasSize(9).isNotEqualTo(joined(chunks));
  }
}
