package org.sabring.jcstress.planted;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The mistakes, by the names that they have in the catalogue. */
public enum Planted {
  PublishBeforeWrite(PublishBeforeWrite::new),
  FreeAllBeforeRead(FreeAllBeforeRead::new),
  AllSlotsUsed(told(Misjudged::allSlotsUsed)),
  OverwriteOldest(told(Misjudged::overwriteOldest)),
  PollPastEnd(told(Misjudged::pollPastEnd)),
  ClosedBeforeEmpty(told(Misjudged::closedBeforeEmpty)),
  TakeAfterCancel(TakeAfterCancel::new),
  CountAfterPublish(CountAfterPublish::new),
  NoNotify(silent((layout, index, flagged) -> index == layout.write() && !flagged)),
  NoRoomNotify(silent((layout, index, flagged) -> index == layout.read())),
  CloseWithoutNotify(silent((layout, index, flagged) -> index == layout.write() && flagged)),
  CancelWithoutNotify(silent((layout, index, flagged) -> index == layout.read() && flagged)),
  WaitWithoutCompare(WaitWithoutCompare::new),
  LostOnTimeout(LostOnTimeout::new),
  TimedPutOverwrites(TimedPutOverwrites::new),
  FlagWithoutFences((memory, layout) -> new WaitingFlag(memory, layout, false, false)),
  ProducerFenceOnly((memory, layout) -> new WaitingFlag(memory, layout, true, false)),
  ConsumerFenceOnly((memory, layout) -> new WaitingFlag(memory, layout, false, true)),
  AllOpaque((memory, layout) -> new Weakened(memory, layout, false)),
  AllPlain((memory, layout) -> new Weakened(memory, layout, true));

  /** Puts a mistake between the ring and its memory. */
  @FunctionalInterface
  private interface Planting {
    SharedInts plant(SharedInts memory, RingLayout layout);
  }

  @SuppressWarnings("ImmutableEnumChecker") // it plants, and holds nothing
  private final Planting planting;

  Planted(Planting planting) {
    this.planting = planting;
  }

  /**
   * The memory to give to one side of the ring.
   *
   * @param memory the ring's words, and one behind them
   */
  public SharedInts plant(SharedInts memory, RingLayout layout) {
    return planting.plant(memory, layout);
  }

  private static Planting told(Misjudged.Lie lie) {
    return (memory, layout) -> new Misjudged(memory, layout, lie);
  }

  private static Planting silent(Silent.Omission omission) {
    return (memory, layout) -> new Silent(memory, layout, omission);
  }
}
