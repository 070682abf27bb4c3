package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.BrokenPromise.Unless;
import org.sabring.spec.trace.TraceHeader;

/**
 * The judge of a trace of steps: the law of any ring, and for a protocol the order of its steps as
 * well.
 */
public final class StepJudge {

  private final TraceHeader header;
  private final Cursors cursors;
  private final SetUp setUp = new SetUp();
  private final RecentActions recent;
  private final RingJudge ring;
  private final Map<RingSide, PositionTracker> trackers = new EnumMap<>(RingSide.class);
  private final Map<RingSide, ProtocolFollower> followers = new EnumMap<>(RingSide.class);
  private final Beginning beginning;
  private final RecordingFacts facts;

  private @Nullable Misfit disorder; // why it is not the protocol that it is held against

  /**
   * @param header the header of the recording, with the profile to hold it against
   */
  public StepJudge(TraceHeader header) {
    this.header = header;
    facts = new RecordingFacts(header.profile());
    TraceHeader.Ring shape = header.ring();
    boolean protocol = header.profile().isProtocol(); // where they are wrapped
    cursors =
        new Cursors(
            shape.capacity(), protocol ? CursorKind.WRAPPED : shape.cursors(), header.bound());
    recent = new RecentActions(shape.capacity());
    ring = new RingJudge(cursors, header, recent);
    beginning = new Beginning(header, setUp, cursors);
    for (RingSide side : RingSide.values()) {
      trackers.put(
          side, new PositionTracker(side, cursors, setUp, header.complete(), shape.fromMiddle()));
      if (protocol) {
        followers.put(side, new ProtocolFollower(side, header.layout(), header.profile()));
      }
    }
  }

  /**
   * Takes the next line.
   *
   * @throws BrokenPromise if the lines so far show a promise broken
   * @throws Misfit if they are not of a ring of this kind
   */
  public void add(TraceAccess access) throws BrokenPromise, Misfit {
    facts.add(access);
    RingSide side = access.thread().side();
    if (side == null) {
      setUp(access);
      return;
    }
    if (beginning.isOver()) {
      takeOrGuess(side, access);
    } else {
      takeAll(beginning.add(access));
    }
  }

  private void takeAll(List<TraceAccess> accesses) throws BrokenPromise, Misfit {
    for (TraceAccess known : accesses) {
      takeOrGuess(Objects.requireNonNull(known.thread().side()), known);
    }
  }

  private void takeOrGuess(RingSide side, TraceAccess access) throws BrokenPromise, Misfit {
    try {
      take(side, access);
    } catch (BrokenPromise e) {
      throwGuessed(e);
      throw e;
    }
  }

  private void throwGuessed(BrokenPromise e) throws Misfit {
    boolean sleeps = e.rule() == Rule.RB302;
    boolean wakes = e.rule() == Rule.RB301 && e.access().kind() == TraceAccess.Kind.NOTIFY;
    if (header.ring().fromMiddle() && (sleeps || wakes)) {
      throw new Misfit(e.access(), "who slept when the recording began is not recorded");
    }
    if (beginning.isGuess()) {
      throw new Misfit(
          e.access(),
          "where the cursors stood at first is not recorded, and this may come of a wrong guess;"
              + " it helps if each side loads its own cursor when the recording begins");
    }
  }

  private void setUp(TraceAccess access) throws Misfit {
    boolean stores =
        access.kind() == TraceAccess.Kind.STORE || access.kind() == TraceAccess.Kind.ADD;
    if (stores) {
      setUp.store(access);
    }
  }

  private void take(RingSide side, TraceAccess access) throws BrokenPromise, Misfit {
    if (ring.isOver(side)) {
      return;
    }
    ProtocolFollower follower = followers.get(side);
    String step = follower == null ? "" : name(follower, access);
    RingAction action = tracker(side).follow(access);
    begin();
    if (action != null) {
      ring.add(side, action.named(step));
    } else if (ring.isShort(side)) {
      ring.add(side, RingAction.nothing(access).named(step));
    }
  }

  private void begin() {
    if (ring.hasBegun()) {
      return;
    }
    ring.begin(tracker(RingSide.PRODUCER).start(), tracker(RingSide.CONSUMER).start(), setUp);
  }

  /**
   * The step of the protocol that it is. Where its loads come in another order, it is held against
   * the law of any ring from there on: a promise may be broken all the same.
   */
  private String name(ProtocolFollower follower, TraceAccess access) throws BrokenPromise {
    if (access.place() == Place.OTHER || disorder != null) {
      return "";
    }
    try {
      return follower.follow(access).name();
    } catch (Misfit e) {
      disorder = e;
      return "";
    }
  }

  private PositionTracker tracker(RingSide side) {
    return Objects.requireNonNull(trackers.get(side));
  }

  /** The side of which fewer steps wait to be matched: reading on there keeps memory small. */
  public RingSide hungry() {
    return beginning.isOver() ? ring.hungry() : beginning.hungry();
  }

  /** Whether it should read on there alone: so many steps of the other side wait. */
  public boolean starves() {
    return beginning.isOver() ? ring.starves() : beginning.starves();
  }

  /** Looks at a line only for what the recording shows at all. */
  public void glance(TraceAccess access) {
    facts.add(access);
  }

  /**
   * Says that there are no more lines.
   *
   * @return how many steps could not be judged, since the other side's log ends before what they
   *     depend on
   */
  public long end() throws BrokenPromise, Misfit {
    takeAll(beginning.end());
    begin();
    try {
      long unjudged = ring.end();
      for (Races.Excused race : ring.excused()) {
        RingSide peer = race.side().peer();
        if (!facts.hasReleased(peer, race.value()) && ring.showsMore(peer, race.reached())) {
          throw race.broken();
        }
      }
      if (disorder != null) {
        throw disorder;
      }
      return unjudged;
    } catch (BrokenPromise e) {
      throwGuessed(e);
      throw e;
    }
  }

  /** Why the recording, and not the ring, is to blame; null if it is not. */
  public @Nullable String unseen(Unless unless) {
    return facts.unseen(unless);
  }

  /** What else a reader should know. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(facts.notes());
    if (!ring.leftOver().isEmpty()) {
      notes.add(ring.leftOver().strip());
    }
    return notes;
  }

  /** The last steps before what breaks a promise. */
  public Interleaving story(BrokenPromise broken) {
    return recent.draw(broken);
  }
}
