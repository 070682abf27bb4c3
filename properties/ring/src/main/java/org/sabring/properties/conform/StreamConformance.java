package org.sabring.properties.conform;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.conform.LawMonitor.Labels;
import org.sabring.properties.explore.stream.ReadableProgram;
import org.sabring.properties.explore.stream.RingSeen;
import org.sabring.properties.explore.stream.StreamProgram;
import org.sabring.properties.explore.stream.WritableProgram;
import org.sabring.ring.RingLayout;
import org.sabring.tla.Model;
import org.sabring.tla.tlc.LawStates;

/**
 * A comparison of a stream on its loop with the law of streams: whatever the two sides do, in
 * whatever order, is a behaviour of {@code SabStream.tla} or {@code SabWritable.tla}. Sequentially
 * consistent memory. The other direction is not claimed: the law leaves more open than the shipped
 * streams do.
 *
 * @param law at the bounds of the programs
 * @param outOfTheRing whether it is the law of streams out of the ring, or into it
 */
record StreamConformance(LawStates law, boolean outOfTheRing) {

  /**
   * What came of it.
   *
   * @param exploration of the program; what it finds is what the law does not allow
   * @param states how many of the law's states it was in, perhaps
   */
  record Followed(Exploration exploration, int states) {}

  private static final Set<String> READABLE_SILENT =
      Set.of("Read", "Told", "Push", "PushEnd", "Deliver");
  private static final Set<String> WRITABLE_SILENT = Set.of("Offer", "Told", "Finish");

  /** The law of streams out of a ring. */
  static StreamConformance readable(int capacity, int mark, int items, Path folder)
      throws InterruptedException {
    String name = "stream-%d-%d-%d".formatted(capacity, mark, items);
    Model model =
        Model.named("stream-1")
            .bounded(
                name,
                Map.of("Bound", capacity - 1, "HighWater", mark, "Items", items, "Pauses", 1));
    return new StreamConformance(LawStates.of(model, folder), true);
  }

  /** The law of streams into a ring. */
  static StreamConformance writable(int capacity, int mark, int items, Path folder)
      throws InterruptedException {
    String name = "writable-%d-%d-%d".formatted(capacity, mark, items);
    Model model =
        Model.named("writable-1")
            .bounded(name, Map.of("Bound", capacity - 1, "HighWater", mark, "Items", items));
    return new StreamConformance(LawStates.of(model, folder), false);
  }

  /** Follows the law through every schedule of a program, up to the first difference. */
  Followed follow(StreamProgram program, Options options) throws InterruptedException {
    FollowedLaw followed = new FollowedLaw(law, outOfTheRing ? READABLE_SILENT : WRITABLE_SILENT);
    int start = FollowedLaw.start();
    // who listens to data has resumed
    int at = outOfTheRing ? followed.after(start, Seen.step("Resume")) : start;
    LawMonitor monitor = new LawMonitor(followed, at, labels(program));
    Exploration exploration =
        new Explorer(program.program(), MemoryModel.SC, monitor, options).explore();
    return new Followed(exploration, followed.visited());
  }

  private static Labels labels(StreamProgram program) {
    if (program instanceof ReadableProgram readable) {
      return ReadableLabels.none(RingSeen.empty(RingLayout.compact(readable.capacity())));
    }
    WritableProgram writable = (WritableProgram) program;
    return new WritableLabels(RingSeen.empty(RingLayout.compact(writable.capacity())));
  }
}
