package org.sabring.properties;

import static org.sabring.spec.Rule.RB101;
import static org.sabring.spec.Rule.RB102;
import static org.sabring.spec.Rule.RB103;
import static org.sabring.spec.Rule.RB104;
import static org.sabring.spec.Rule.RB201;
import static org.sabring.spec.Rule.RB202;
import static org.sabring.spec.Rule.RB203;
import static org.sabring.spec.Rule.RB204;
import static org.sabring.spec.Rule.RB301;
import static org.sabring.spec.Rule.RB302;
import static org.sabring.spec.Rule.RB303;
import static org.sabring.spec.Rule.RB304;
import static org.sabring.spec.Rule.RB401;
import static org.sabring.spec.Rule.RB402;
import static org.sabring.spec.Rule.RB403;
import static org.sabring.spec.Rule.RB501;
import static org.sabring.spec.Rule.RB502;
import static org.sabring.spec.Rule.RB503;

import java.util.List;
import org.sabring.properties.mutant.AllSlotsUsed;
import org.sabring.properties.mutant.CancelWithoutNotify;
import org.sabring.properties.mutant.CloseWithoutNotify;
import org.sabring.properties.mutant.ClosedBeforeEmpty;
import org.sabring.properties.mutant.ClosedFlagLost;
import org.sabring.properties.mutant.CountAfterPublish;
import org.sabring.properties.mutant.CountTwice;
import org.sabring.properties.mutant.NoNotify;
import org.sabring.properties.mutant.NoRoomNotify;
import org.sabring.properties.mutant.PublishBeforeWrite;
import org.sabring.properties.mutant.PutAfterClose;
import org.sabring.properties.mutant.SharedWaitCounter;
import org.sabring.properties.mutant.SkipSlot;
import org.sabring.properties.mutant.TakeNewest;
import org.sabring.properties.mutant.WaitUncounted;
import org.sabring.properties.mutant.WaitWithoutCompare;
import org.sabring.properties.mutant.Weakened;
import org.sabring.properties.mutant.WrongWrap;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Rule;

/**
 * The mutants, with the names that they have in {@code tla/controls} where they stand there too,
 * and for each the properties that must catch it, by class and rule.
 */
enum Control {
  AllSlotsUsed(AllSlotsUsed::new, oneThread(RB104), schedules(RB104)),
  CancelWithoutNotify(
      CancelWithoutNotify::new,
      oneThread(RB303),
      twoThreads(RB503),
      schedules(RB303),
      schedules(RB503)),
  CloseWithoutNotify(
      CloseWithoutNotify::new,
      oneThread(RB303),
      twoThreads(RB501),
      twoThreads(RB304),
      schedules(RB501)),
  ClosedBeforeEmpty(
      ClosedBeforeEmpty::new,
      oneThread(RB102),
      oneThread(RB501),
      twoThreads(RB501),
      schedules(RB102),
      every(RB501),
      histories(RB501)),
  ClosedFlagLost(ClosedFlagLost::new, twoThreads(RB501), schedules(RB501)),
  CountAfterPublish(CountAfterPublish::new, twoThreads(RB401)),
  CountTwice(CountTwice::new, oneThread(RB402), schedules(RB402)),
  NoNotify(NoNotify::new, oneThread(RB303), twoThreads(RB301), schedules(RB301)),
  NoRoomNotify(NoRoomNotify::new, oneThread(RB303), twoThreads(RB304), schedules(RB304)),
  PublishBeforeWrite(PublishBeforeWrite::new, twoThreads(RB103)),
  PutAfterClose(PutAfterClose::new, oneThread(RB502), schedules(RB502)),
  SharedWaitCounter(SharedWaitCounter::new, oneThread(RB203), twoThreads(RB403), schedules(RB203)),
  SkipSlot(SkipSlot::new, oneThread(RB204), schedules(RB204)),
  TakeNewest(TakeNewest::new, oneThread(RB101), schedules(RB101), histories(RB101)),
  WaitUncounted(WaitUncounted::new, oneThread(RB403), twoThreads(RB403), schedules(RB403)),
  WaitWithoutCompare(WaitWithoutCompare::new, oneThread(RB302), schedules(RB302)),
  WrongWrap(WrongWrap::new, oneThread(RB204)),
  PLoadReadOpaque(Weakened.of(Weakened.Step.PLoadRead, false), schedules(RB202)),
  PPublishOpaque(Weakened.of(Weakened.Step.PPublish, false), schedules(RB201)),
  PCloseOpaque(Weakened.of(Weakened.Step.PClose, false), schedules(RB201)),
  CLoadWriteOpaque(Weakened.of(Weakened.Step.CLoadWrite, false), schedules(RB201)),
  CPublishOpaque(Weakened.of(Weakened.Step.CPublish, false), schedules(RB202), every(RB202)),
  CCancelPlain(Weakened.of(Weakened.Step.CCancel, true), schedules(RB202));

  /**
   * A property that must fail.
   *
   * @param properties its class
   * @param rule in its name, and among those it must find broken
   */
  record Catch(Class<?> properties, Rule rule) {}

  @SuppressWarnings("ImmutableEnumChecker") // a constructor
  private final Mutation mutation;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Catch> catches;

  Control(Mutation mutation, Catch... catches) {
    this.mutation = mutation;
    this.catches = List.of(catches);
  }

  private static Catch oneThread(Rule rule) {
    return new Catch(SingleThreadProperties.class, rule);
  }

  private static Catch twoThreads(Rule rule) {
    return new Catch(TwoThreadProperties.class, rule);
  }

  private static Catch schedules(Rule rule) {
    return new Catch(ScheduleProperties.class, rule);
  }

  private static Catch every(Rule rule) {
    return new Catch(EveryScheduleProperties.class, rule);
  }

  private static Catch histories(Rule rule) {
    return new Catch(HistoryProperties.class, rule);
  }

  Mutation mutation() {
    return mutation;
  }

  /** The properties that catch it: all of them must. */
  List<Catch> catches() {
    return catches;
  }

  /** The rules that it breaks. */
  List<Rule> rules() {
    return catches.stream().map(Catch::rule).distinct().toList();
  }
}
