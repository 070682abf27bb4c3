package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.properties.mutant.Weakened.Step;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.RingLayout;

/**
 * The mistakes that can be planted under the shipped ring, by the names that they have in the
 * catalogue {@code org.sabring.spec.mutant} and, where they stand there too, in {@code tla}.
 */
public enum Mistake implements Mutation {
  AllSlotsUsed(AllSlotsUsed::new),
  FullOneEarly(FullOneEarly::new),
  PollPastEnd(PollPastEnd::new),
  OverwriteOldest(OverwriteOldest::new),
  FullByDistance(FullByDistance::new),
  EmptyByCompare(EmptyByCompare::new),
  NoWrap(Mutation.sparing(3, NoWrap::new)),
  WrongWrap(Mutation.sparing(1, WrongWrap::new)),
  SkipSlot(SkipSlot::new),
  TakeNewest(TakeNewest::new),
  RewindBoth(RewindBoth::new),
  OnceALapProducer(OnceALapProducer::new),
  OnceALapConsumer(OnceALapConsumer::new),
  PublishBeforeWrite(PublishBeforeWrite::new),
  FreeBeforeRead(FreeAhead.of(false)),
  FreeAllBeforeRead(FreeAhead.of(true)),
  BatchPublishedEarly(BatchPublishedEarly::new),
  BatchFirstSlotOnly(BatchFirstSlotOnly::new),
  TakenForAll(TakenForAll::new),
  NoNotify(NoNotify::new),
  NoRoomNotify(NoRoomNotify::new),
  NotifyBeforePublish(NotifyBeforePublish::new),
  WrongWordNotify(WrongWordNotify::new),
  NotifyOne(NotifyOne::new),
  WaitWithoutCompare(WaitWithoutCompare::new),
  CompareOutsideLock(CompareOutsideLock::new),
  WakeWithoutLook(WakeWithoutLook::new),
  FlagWithoutFences(WaitingFlag.of(false, false)),
  ProducerFenceOnly(WaitingFlag.of(true, false)),
  ConsumerFenceOnly(WaitingFlag.of(false, true)),
  ClosedFlagApart(Mutation.sparing(1, ClosedFlagApart::new)),
  ClosedFlagLost(ClosedFlagLost::new),
  ClosedBeforeEmpty(ClosedBeforeEmpty::new),
  CloseWithoutNotify(CloseWithoutNotify::new),
  CancelWithoutNotify(CancelWithoutNotify::new),
  PutAfterClose(PutAfterClose::new),
  TakeAfterCancel(TakeAfterCancel::new),
  FlagInCursor(FlagInCursor::new),
  LostOnTimeout(BrokenOff.of(BrokenOff.Mistake.LOSES, false)),
  LostOnInterrupt(BrokenOff.of(BrokenOff.Mistake.LOSES, true)),
  DoubledOnTimeout(BrokenOff.of(BrokenOff.Mistake.DOUBLES, false)),
  DoubledOnInterrupt(BrokenOff.of(BrokenOff.Mistake.DOUBLES, true)),
  TimedPutOverwrites(TimedPutOverwrites::new),
  UseWhatItKnew(UseWhatItKnew::new),
  CountAfterPublish(CountAfterPublish::new),
  CountTwice(CountTwice::new),
  OfferCountedBeforeRoom(OfferCountedBeforeRoom::new),
  SharedWaitCounter(SharedWaitCounter::new),
  WaitUncounted(WaitUncounted::new),
  PLoadReadOpaque(Weakened.of(Step.PLoadRead, false)),
  PLoadReadPlain(Weakened.of(Step.PLoadRead, true)),
  PPublishOpaque(Weakened.of(Step.PPublish, false)),
  PPublishPlain(Weakened.of(Step.PPublish, true)),
  PCloseOpaque(Weakened.of(Step.PClose, false)),
  PClosePlain(Weakened.of(Step.PClose, true)),
  CLoadWriteOpaque(Weakened.of(Step.CLoadWrite, false)),
  CLoadWritePlain(Weakened.of(Step.CLoadWrite, true)),
  CPublishOpaque(Weakened.of(Step.CPublish, false)),
  CPublishPlain(Weakened.of(Step.CPublish, true)),
  CCancelOpaque(Weakened.of(Step.CCancel, false)),
  CCancelPlain(Weakened.of(Step.CCancel, true)),
  AllOpaque(Weakened.all(false)),
  AllPlain(Weakened.all(true)),
  PlainThenRelease(PlainThenRelease::new),
  PlainCounters(PlainCounters::new);

  @SuppressWarnings("ImmutableEnumChecker") // it plants, and holds nothing
  private final Mutation mutation;

  Mistake(Mutation mutation) {
    this.mutation = mutation;
  }

  @Override
  public SharedInts plant(SharedInts memory, RingLayout layout) {
    return mutation.plant(memory, layout);
  }

  @Override
  public int spareWords() {
    return mutation.spareWords();
  }
}
