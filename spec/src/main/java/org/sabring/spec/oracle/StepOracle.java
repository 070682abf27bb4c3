package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Profile;
import org.sabring.spec.oracle.steps.BrokenPromise;
import org.sabring.spec.oracle.steps.BrokenPromise.Unless;
import org.sabring.spec.oracle.steps.Misfit;
import org.sabring.spec.oracle.steps.StepJudge;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceReader;

/**
 * The conformance checker of traces: of the steps that the two sides took, seen from inside. One
 * pass; memory is bounded by the capacity and by what has not yet matched.
 *
 * <p>Three answers. A promise is broken only if the recording itself shows it, and then says what
 * comes of it. Where the recording is incomplete, or of another protocol than the one it is held
 * against, it does not fit: that says nothing against the ring.
 */
public final class StepOracle {

  private final TraceReader reader;
  private final TraceHeader header;
  private final StepJudge judge;
  private final List<String> notes = new ArrayList<>();
  private long events;
  private @Nullable BrokenPromise broken; // with a doubt that the rest of the file removes
  private @Nullable Misfit misfit;

  private StepOracle(TraceReader reader, TraceHeader header) {
    this.reader = reader;
    this.header = header;
    judge = new StepJudge(header);
  }

  /**
   * Judges a trace of kind {@code steps}.
   *
   * @param profile what to hold it against; null for that of its header
   * @throws MalformedTrace if a line is malformed
   * @throws IOException if it cannot be read
   */
  public static Judgement judge(TraceReader reader, @Nullable Profile profile) throws IOException {
    TraceHeader header = reader.header();
    return new StepOracle(reader, profile == null ? header : header.withProfile(profile)).judge();
  }

  private Judgement judge() throws IOException {
    for (TraceAccess access = next(); access != null; access = next()) {
      events++;
      take(access);
      if (broken != null && broken.unless() == Unless.NOTHING) {
        return judgement();
      }
    }
    if (broken == null && misfit == null) {
      end();
    }
    return judgement();
  }

  /** A line of the side of which fewer steps wait to be matched, if the other has far more. */
  private @Nullable TraceAccess next() throws IOException {
    boolean judges = broken == null && misfit == null;
    return reader.nextAccess(judge.hungry(), judges && judge.starves());
  }

  private void take(TraceAccess access) {
    try {
      if (broken == null && misfit == null) {
        judge.add(access);
      } else {
        judge.glance(access);
      }
    } catch (BrokenPromise e) {
      broken = e;
    } catch (Misfit e) {
      misfit = e;
    }
  }

  private void end() {
    try {
      long unjudged = judge.end();
      if (unjudged > 0) {
        notes.add(
            unjudged
                + " steps at the end depend on what the other side did after its log ends; they were"
                + " not judged.");
      }
    } catch (BrokenPromise e) {
      broken = e;
    } catch (Misfit e) {
      misfit = e;
    }
  }

  private Judgement judgement() {
    notes.addAll(judge.notes());
    if (!header.complete()) {
      notes.add("The recording is not complete: that nobody was left asleep was not judged.");
    }
    String unseen = broken == null ? null : judge.unseen(broken.unless());
    if (broken != null && unseen == null) {
      return new Judgement(reader.file(), header, events, finding(broken), null, notes);
    }
    String why = unseen != null ? unseen : misfit == null ? null : misfit.why();
    return new Judgement(reader.file(), header, events, null, why, notes);
  }

  private TraceFinding finding(BrokenPromise promise) {
    Interleaving how = judge.story(promise);
    return new TraceFinding(
        promise.rule(),
        reader.file(promise.access().thread().label()),
        promise.access().line(),
        promise.found(),
        promise.allowed(),
        how);
  }
}
