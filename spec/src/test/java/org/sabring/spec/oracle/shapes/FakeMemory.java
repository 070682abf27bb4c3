package org.sabring.spec.oracle.shapes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceThread;

/**
 * A memory of release and acquire: a load returns any store that its thread need not know to be
 * overwritten; who acquires what was released knows all that the releasing thread knew.
 */
@SuppressWarnings({"EnumOrdinal", "ArrayRecordComponent"}) // cells are numbered, for speed
final class FakeMemory {

  private static final int FIRST_OTHER = Place.DATA.ordinal();
  private static final int OTHERS = 4;
  private static final int FIRST_SLOT = FIRST_OTHER + OTHERS;

  /** A store, with the newest store of every cell that whoever acquires it knows. */
  private record Stored(Object value, int[] shows) {}

  /** What a thread knows. */
  private final class View {
    final int[] known = new int[cells];
    final int[] released = new int[cells]; // at its last release fence
    final int[] unfenced = new int[cells]; // what an acquire fence would make known
  }

  private final int parts;
  private final int cells;
  private final Random random;
  private final List<List<Stored>> stores = new ArrayList<>();
  private final List<View> views = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  FakeMemory(int slots, int parts, Random random) {
    this.parts = parts;
    this.random = random;
    cells = FIRST_SLOT + slots * parts;
    for (int cell = 0; cell < cells; cell++) {
      stores.add(new ArrayList<>(List.of(new Stored(0, new int[cells]))));
    }
    for (int thread = 0; thread < TraceThread.values().length; thread++) {
      views.add(new View());
    }
  }

  private int cell(Line line) {
    if (line.place == Place.DATA) {
      return FIRST_SLOT + line.index * parts + line.part;
    }
    if (line.place != Place.OTHER) {
      return line.place.ordinal();
    }
    if (!others.contains(line.name)) {
      others.add(line.name);
    }
    return FIRST_OTHER + others.indexOf(line.name);
  }

  private View view(TraceThread thread) {
    return views.get(thread.ordinal());
  }

  private static void join(int[] into, int[] more) {
    for (int i = 0; i < into.length; i++) {
      into[i] = Math.max(into[i], more[i]);
    }
  }

  /** The value that a thread loads: any that it may. */
  Object load(Line line) {
    List<Stored> cell = stores.get(cell(line));
    int oldest = view(line.thread).known[cell(line)];
    int last = cell.size() - 1;
    boolean fresh = line.newest || line.mode == AccessMode.VOLATILE || random.nextInt(3) > 0;
    return loaded(line, fresh ? last : oldest + random.nextInt(last - oldest + 1));
  }

  /** The newest value, as waits and read-modify-writes see it. */
  Object newest(Line line) {
    return loaded(line, stores.get(cell(line)).size() - 1);
  }

  private Object loaded(Line line, int at) {
    View view = view(line.thread);
    Stored stored = stores.get(cell(line)).get(at);
    view.known[cell(line)] = at;
    join(line.mode.acquires() ? view.known : view.unfenced, stored.shows());
    return stored.value();
  }

  void store(Line line) {
    View view = view(line.thread);
    List<Stored> cell = stores.get(cell(line));
    view.known[cell(line)] = cell.size();
    int[] shows = (line.mode.releases() ? view.known : view.released).clone();
    shows[cell(line)] = cell.size();
    cell.add(new Stored(line.element == null ? (Object) line.value : line.element, shows));
  }

  void fence(Line line) {
    View view = view(line.thread);
    if (line.mode.acquires()) {
      join(view.known, view.unfenced);
    }
    if (line.mode.releases()) {
      join(view.released, view.known);
    }
  }

  /** Whoever is woken knows what its waker knew. */
  void wake(TraceThread sleeper, TraceThread waker) {
    join(view(sleeper).known, view(waker).known);
  }

  /** Both sides begin after the set-up. */
  void share() {
    for (View view : views) {
      for (int cell = 0; cell < cells; cell++) {
        view.known[cell] = stores.get(cell).size() - 1;
      }
      System.arraycopy(view.known, 0, view.released, 0, cells);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(
        stores.stream().map(s -> Objects.toString(s.get(s.size() - 1))).toArray());
  }
}
