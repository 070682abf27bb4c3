package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.AbstractSequencer;
import java.lang.reflect.Constructor;
import java.util.Queue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.Opcodes;
import org.sabring.recorder.EditedCopy.Edit;

/** Libraries with one wrong instruction in them: what the queue itself gets wrong is found. */
class EditedQueuesTest {
  private static final int CAPACITY = 64;
  private static final String OFFER = "offer(Ljava/lang/Object;)Z";
  private static final String POLL = "poll()Ljava/lang/Object;";

  /** The mistakes, each with the rule that it breaks. */
  private enum WrongInstruction {
    JCTOOLS_OFFERS_WHEN_FULL("RB104"),
    JCTOOLS_POLLS_ONE_SLOT("RB102"),
    AGRONA_OFFERS_WHEN_FULL("RB104"),
    AGRONA_POLLS_ONE_SLOT("RB102"),
    DISRUPTOR_OFFERS_WHEN_FULL("RB104");

    private final String rule;

    WrongInstruction(String rule) {
      this.rule = rule;
    }

    /** A full queue answers true instead of false; a cursor moves by 0 instead of 1. */
    Edit edit() {
      return switch (this) {
        case JCTOOLS_OFFERS_WHEN_FULL ->
            stores(SpscArrayQueue.class.getName(), "offerSlowPath([Ljava/lang/Object;JJ)Z");
        case JCTOOLS_POLLS_ONE_SLOT -> stays(SpscArrayQueue.class.getName());
        case AGRONA_OFFERS_WHEN_FULL -> stores(OneToOneConcurrentArrayQueue.class.getName(), OFFER);
        case AGRONA_POLLS_ONE_SLOT -> stays(OneToOneConcurrentArrayQueue.class.getName());
        case DISRUPTOR_OFFERS_WHEN_FULL ->
            stores(
                AbstractSequencer.class.getPackageName() + ".SingleProducerSequencer",
                "hasAvailableCapacity(IZ)Z");
      };
    }

    private static Edit stores(String type, String method) {
      return new Edit(type, method, Opcodes.ICONST_0, Opcodes.ICONST_1);
    }

    private static Edit stays(String type) {
      return new Edit(type, POLL, Opcodes.LCONST_1, Opcodes.LCONST_0);
    }

    /** The class that is called. */
    String called() {
      return this == DISRUPTOR_OFFERS_WHEN_FULL ? DisruptorQueue.class.getName() : edit().type();
    }
  }

  @ParameterizedTest
  @EnumSource
  void control_oneWrongInstructionIsFound(WrongInstruction wrong) throws Exception {
    EditedCopy copy = new EditedCopy(wrong.edit());
    RecordingVerdict verdict = judged(copy, wrong);
    assertThat(copy.isDone()).isTrue();
    assertThat(verdict.rule()).as(verdict.text()).isEqualTo(wrong.rule);
  }

  @ParameterizedTest
  @EnumSource
  void aCopyWithoutAnEditConforms(WrongInstruction wrong) throws Exception {
    Edit edit = wrong.edit();
    EditedCopy copy = new EditedCopy(new Edit(edit.type(), edit.method(), edit.to(), edit.to()));
    assertThat(judged(copy, wrong).text()).startsWith("CONFORMS");
  }

  /** Offers until the queue has to be full and once more, and polls as often. */
  private static RecordingVerdict judged(EditedCopy copy, WrongInstruction wrong)
      throws ReflectiveOperationException {
    Constructor<?> constructor = copy.loadClass(wrong.called()).getDeclaredConstructor(int.class);
    constructor.setAccessible(true); // the package of a copy is another
    Object queue = constructor.newInstance(CAPACITY);
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(recordable(queue)).bound(CAPACITY);
    RecordedProducer<Integer> producer = recorder.producer();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    for (int i = 0; i <= CAPACITY; i++) {
      producer.offer(i);
    }
    for (int i = 0; i <= CAPACITY; i++) {
      consumer.poll();
    }
    return recorder.judge();
  }

  @SuppressWarnings("unchecked")
  private static RecordableQueue<Integer> recordable(Object queue) {
    return queue instanceof Queue<?>
        ? RecordableQueue.of((Queue<Integer>) queue)
        : (RecordableQueue<Integer>) queue;
  }
}
