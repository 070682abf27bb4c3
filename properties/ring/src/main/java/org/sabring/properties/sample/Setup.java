package org.sabring.properties.sample;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * An empty ring that has been in use.
 *
 * @param memory where it lies
 * @param padded whether its layout is the padded one
 * @param capacity number of slots
 * @param at where both cursors stand, 0..{@code capacity - 1}
 * @param counted what all four counters stand at
 */
public record Setup(MemoryKind memory, boolean padded, int capacity, int at, int counted) {

  private static final Pattern TEXT =
      Pattern.compile("(\\w+) (compact|padded) capacity=(\\d+) at=(\\d+) counters=(-?\\d+)");

  /** The setup that {@link #toString} wrote. */
  public static Setup parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("setup=" + text + ", expected " + TEXT);
    }
    return new Setup(
        MemoryKind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        matcher.group(2).equals("padded"),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)),
        Integer.parseInt(matcher.group(5)));
  }

  /** Where its words lie. */
  public RingLayout layout() {
    return padded ? RingLayout.padded(capacity) : RingLayout.compact(capacity);
  }

  /** A new memory with such a ring in it, for {@code CursorRing.attach}. */
  public SharedInts create() {
    RingLayout layout = layout();
    SharedInts words = memory.of(layout.length());
    words.setVolatile(layout.write(), at);
    words.setVolatile(layout.read(), at);
    words.setVolatile(layout.produced(), counted);
    words.setVolatile(layout.consumed(), counted);
    words.setVolatile(layout.producerWaits(), counted);
    words.setVolatile(layout.consumerWaits(), counted);
    return words;
  }

  @Override
  public String toString() {
    return "%s %s capacity=%d at=%d counters=%d"
        .formatted(memory, padded ? "padded" : "compact", capacity, at, counted);
  }
}
