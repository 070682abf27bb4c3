package org.sabring.spec.oracle.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess.Kind;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;

/** A run of a ring under a random schedule, recorded. */
final class Run {

  private static final int MAX_STEPS = 600;

  final List<Line> lines = new ArrayList<>();
  final List<Object> put;
  final List<Object> taken;
  final boolean finished; // both sides came to their end
  final boolean deadlocked; // nobody can go on, and somebody is not at the end
  int setUp; // so many lines are of the set-up

  private final Random random;
  private final Shape shape;
  private final FakeMemory memory;
  private final Side producer;
  private final Side consumer;
  private @Nullable Side asleepProducer;
  private @Nullable Side asleepConsumer;

  Run(Shape shape, @Nullable Mistake mistake, Random random) {
    this.shape = shape;
    this.random = random;
    memory = new FakeMemory(shape.capacity(), shape.parts(), random);
    producer = new Side(TraceThread.P, new ProducerProgram(shape, mistake), random);
    consumer = new Side(TraceThread.C, new ConsumerProgram(shape, mistake), random);
    setUp();
    producer.advance();
    consumer.advance();
    int patience = 1 + random.nextInt(8);
    Side now = producer;
    int steps = 0;
    while (steps++ < MAX_STEPS && (canGoOn(producer) || canGoOn(consumer))) {
      if (random.nextInt(patience) == 0 || !canGoOn(now)) {
        now = random.nextBoolean() ? producer : consumer;
      }
      step(now);
    }
    put = List.copyOf(producer.elements);
    taken = List.copyOf(consumer.elements);
    finished = producer.wanted == null && consumer.wanted == null;
    deadlocked = !finished && !canGoOn(producer) && !canGoOn(consumer);
  }

  private void setUp() {
    TraceThread setter = shape.setter();
    if (setter == null) {
      return;
    }
    for (int i = 0; i < shape.stored(); i++) {
      for (int part = 0; part < shape.parts(); part++) {
        Line line = new Line(setter, Kind.STORE, Place.DATA);
        line.index = shape.slot(shape.start() + i);
        line.part = part;
        line.element = ProducerProgram.element(i, part);
        record(line);
      }
    }
    boolean readFirst = random.nextBoolean();
    setUp(setter, readFirst ? Place.READ : Place.WRITE);
    setUp(setter, readFirst ? Place.WRITE : Place.READ);
    setUp = lines.size();
    memory.share();
  }

  private void setUp(TraceThread setter, Place place) {
    Line line = new Line(setter, Kind.STORE, place);
    line.value = shape.raw(shape.start() + (place == Place.WRITE ? shape.stored() : 0));
    record(line);
  }

  private void record(Line line) {
    memory.store(line);
    lines.add(line);
  }

  private boolean canGoOn(Side side) {
    Line line = side.wanted;
    return line != null && (!isAsleep(side) || line.timed);
  }

  private boolean isAsleep(Side side) {
    return side == asleepProducer || side == asleepConsumer;
  }

  private void sleeps(Side side, boolean asleep) {
    if (side == producer) {
      asleepProducer = asleep ? side : null;
    } else {
      asleepConsumer = asleep ? side : null;
    }
  }

  private void step(Side side) {
    Line line = side.wanted;
    if (line == null) {
      return;
    }
    if (isAsleep(side)) {
      boolean times = line.timed && random.nextInt(4) == 0;
      if (times || random.nextInt(8) == 0) {
        wake(side, times ? WaitResult.TIMED_OUT : WaitResult.OK);
      }
      return;
    }
    lines.add(line);
    switch (line.kind) {
      case LOAD -> answer(side, load(line));
      case STORE -> {
        memory.store(line);
        answer(side, 0);
      }
      case ADD -> answer(side, add(line));
      case FENCE -> {
        memory.fence(line);
        answer(side, 0);
      }
      case NOTIFY -> answer(side, notifyPeer(side, line));
      case WAIT -> {
        if ((Integer) memory.newest(line) == line.value) {
          sleeps(side, true);
        } else {
          line.result = WaitResult.NOT_EQUAL;
          answer(side, WaitResult.NOT_EQUAL);
        }
      }
    }
  }

  private static void answer(Side side, Object answer) {
    side.answer(answer);
    side.advance();
  }

  private Object load(Line line) {
    Object value = line.swaps ? memory.newest(line) : memory.load(line);
    if (line.place == Place.DATA) {
      line.element = value;
    } else {
      line.value = (Integer) value;
    }
    if (line.swaps && line.value == 0) {
      Line store = new Line(line.thread, Kind.STORE, line.place);
      store.name = line.name;
      store.mode = line.mode;
      store.value = 1;
      record(store);
    }
    return value;
  }

  private Object add(Line line) {
    int before = (Integer) memory.newest(line);
    line.value = before + line.by;
    memory.store(line);
    line.value = before;
    return before;
  }

  private Object notifyPeer(Side side, Line line) {
    Side peer = side == producer ? consumer : producer;
    Line wait = peer.wanted;
    boolean wakes =
        wait != null && isAsleep(peer) && wait.place == line.place && wait.name.equals(line.name);
    line.value = wakes ? 1 : 0;
    if (wakes) {
      memory.wake(peer.thread, side.thread);
      wake(peer, WaitResult.OK);
    }
    return 0;
  }

  private void wake(Side side, WaitResult result) {
    Objects.requireNonNull(side.wanted).result = result;
    sleeps(side, false);
    answer(side, result);
  }
}
