package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.memory.MemoryModel.RA;
import static org.sabring.properties.explore.memory.MemoryModel.SC;
import static org.sabring.properties.explore.ring.RingCall.cancel;
import static org.sabring.properties.explore.ring.RingCall.close;
import static org.sabring.properties.explore.ring.RingCall.put;
import static org.sabring.properties.explore.ring.RingCall.take;
import static org.sabring.properties.explore.ring.RingCall.untilEnd;
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
import java.util.stream.Stream;
import org.sabring.properties.explore.Operation;
import org.sabring.properties.explore.memory.MemoryModel;
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
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;
import org.sabring.spec.Rule;

/**
 * Mistakes that the explorer must find, each in a program that is enough to show it. Who watches
 * the sides' own steps finds some of them sooner, by another rule, than who only sees what comes of
 * them: then both must find it.
 *
 * <p>Not among them: {@code WrongWrap}, whose slot beyond the last is a field that both sides share
 * and so is hidden from the explorer; and an opaque {@code CCancel}, which is all that the ring
 * itself needs: release is for what the consumer does before it cancels.
 */
enum RingControl {
  AllSlotsUsed(AllSlotsUsed::new, Calls.TWO_STORED, SC, List.of(RB104), List.of(RB104)),
  CancelWithoutNotify(
      CancelWithoutNotify::new, Calls.CANCELLED, SC, List.of(RB303), List.of(RB503)),
  CloseWithoutNotify(CloseWithoutNotify::new, Calls.CLOSED, SC, List.of(RB303), List.of(RB501)),
  ClosedBeforeEmpty(
      ClosedBeforeEmpty::new, Calls.CLOSED, SC, List.of(RB102, RB501), List.of(RB102, RB501)),
  ClosedFlagLost(ClosedFlagLost::new, Calls.CLOSED, SC, List.of(RB204), List.of(RB501)),
  CountAfterPublish(CountAfterPublish::new, Calls.CLOSED, SC, List.of(RB401), List.of(RB401)),
  CountTwice(CountTwice::new, Calls.CLOSED, SC, List.of(RB402), List.of(RB402)),
  NoNotify(NoNotify::new, Calls.MANY, SC, List.of(RB303), List.of(RB301)),
  NoRoomNotify(NoRoomNotify::new, Calls.MANY, SC, List.of(RB303), List.of(RB304, RB301)),
  PublishBeforeWrite(PublishBeforeWrite::new, Calls.CLOSED, SC, List.of(RB103), List.of(RB103)),
  PutAfterClose(PutAfterClose::new, Calls.LATE, SC, List.of(RB502), List.of(RB502)),
  SharedWaitCounter(SharedWaitCounter::new, Calls.CLOSED, SC, List.of(RB203), List.of()),
  SkipSlot(SkipSlot::new, Calls.TWO_STORED, SC, List.of(RB204), List.of(RB101)),
  TakeNewest(TakeNewest::new, Calls.TWO_STORED, SC, List.of(RB101), List.of(RB101)),
  WaitUncounted(WaitUncounted::new, Calls.CLOSED, SC, List.of(RB403), List.of()),
  WaitWithoutCompare(WaitWithoutCompare::new, Calls.MANY, SC, List.of(RB302), List.of(RB301)),
  PLoadReadOpaque(weak(Weakened.Step.PLoadRead, false), Calls.MANY, RA, List.of(RB202)),
  PLoadReadPlain(weak(Weakened.Step.PLoadRead, true), Calls.MANY, RA, List.of(RB202)),
  PPublishOpaque(weak(Weakened.Step.PPublish, false), Calls.MANY, RA, List.of(RB201)),
  PPublishPlain(weak(Weakened.Step.PPublish, true), Calls.MANY, RA, List.of(RB201)),
  PCloseOpaque(weak(Weakened.Step.PClose, false), Calls.CLOSED, RA, List.of(RB201)),
  PClosePlain(weak(Weakened.Step.PClose, true), Calls.CLOSED, RA, List.of(RB201)),
  CLoadWriteOpaque(weak(Weakened.Step.CLoadWrite, false), Calls.MANY, RA, List.of(RB201)),
  CLoadWritePlain(weak(Weakened.Step.CLoadWrite, true), Calls.MANY, RA, List.of(RB201)),
  CPublishOpaque(weak(Weakened.Step.CPublish, false), Calls.MANY, RA, List.of(RB202)),
  CPublishPlain(weak(Weakened.Step.CPublish, true), Calls.MANY, RA, List.of(RB202)),
  CCancelPlain(weak(Weakened.Step.CCancel, true), Calls.CANCELLED, RA, List.of(RB202));

  /** Programs that are enough to show a mistake. */
  private static final class Calls {
    static final RingProgram CLOSED =
        program(2, List.of(put(1), close()), List.of(untilEnd(take())));
    static final RingProgram CANCELLED = program(2, List.of(put(1), put(2)), List.of(cancel()));
    static final RingProgram MANY =
        program(2, List.of(put(1), put(2), put(3)), List.of(take(), take(), take()));
    static final RingProgram TWO_STORED =
        program(3, List.of(put(1), put(2), put(3)), List.of(take(), take()));
    static final RingProgram LATE = program(2, List.of(close(), put(1)), List.of());

    private static RingProgram program(
        int capacity, List<Operation<Producer>> producer, List<Operation<Consumer>> consumer) {
      return new RingProgram(capacity, producer, consumer);
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // a constructor
  private final Mutation mutation;

  @SuppressWarnings("ImmutableEnumChecker") // made of immutable parts
  private final RingProgram program;

  private final MemoryModel model;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Rule> inside;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Rule> outside;

  RingControl(
      Mutation mutation,
      RingProgram program,
      MemoryModel model,
      List<Rule> inside,
      List<Rule> outside) {
    this.mutation = mutation;
    this.program = program;
    this.model = model;
    this.inside = inside;
    this.outside = outside;
  }

  RingControl(Mutation mutation, RingProgram program, MemoryModel model, List<Rule> races) {
    this(mutation, program, model, races, races);
  }

  private static Mutation weak(Weakened.Step step, boolean plain) {
    return Weakened.of(step, plain);
  }

  /** The mistake. */
  Mutation mutation() {
    return mutation;
  }

  /** The program, without the mistake. */
  RingProgram sound() {
    return program;
  }

  /** The program, with the mistake in it. */
  RingProgram program() {
    return program.with(mutation);
  }

  /** The weakest assumption under which it must be found. */
  MemoryModel model() {
    return model;
  }

  /** What who watches every step must find broken. */
  List<Rule> inside() {
    return inside;
  }

  /** What who sees only the calls, the races and the end must find broken; empty if nothing. */
  List<Rule> outside() {
    return outside;
  }

  /** All rules that it breaks. */
  List<Rule> rules() {
    return Stream.concat(inside.stream(), outside.stream()).distinct().toList();
  }
}
