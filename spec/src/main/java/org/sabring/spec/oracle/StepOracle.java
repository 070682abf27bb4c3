package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.StepEvent;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceReader;

/**
 * The conformance checker of traces: of the steps that the two sides took, seen from inside. One
 * pass; memory is bounded by the capacity and by what has not yet matched.
 *
 * <p>Each side is followed through its own log, and the two logs are merged. A side's own log must
 * be a path through the protocol; between the logs there must be an interleaving that explains what
 * each has seen of the other. The first line for which there is none is the finding.
 */
public final class StepOracle {

  private final TraceReader reader;
  private final TraceHeader header;
  private final RecentSteps recent = new RecentSteps();

  private StepOracle(TraceReader reader, TraceHeader header) {
    this.reader = reader;
    this.header = header;
  }

  /**
   * Judges a trace of kind {@code steps}.
   *
   * @param profile the profile to judge it by; null for that of its header
   * @throws MalformedTrace if a line is malformed
   * @throws IOException if it cannot be read
   */
  public static Judgement judge(TraceReader reader, @Nullable Profile profile) throws IOException {
    TraceHeader header = reader.header();
    return new StepOracle(reader, profile == null ? header : header.withProfile(profile)).judge();
  }

  private Judgement judge() throws IOException {
    Follower producer = new Follower(RingSide.PRODUCER, header.layout(), header.profile());
    Follower consumer = new Follower(RingSide.CONSUMER, header.layout(), header.profile());
    Merge merge = new Merge(recent, header.profile() == Profile.SEED);
    long events = 0;
    try {
      for (StepEvent event = reader.nextStep(); event != null; event = reader.nextStep()) {
        events++;
        merge.add((event.side() == RingSide.PRODUCER ? producer : consumer).follow(event));
      }
      merge.end(header.complete());
      return new Judgement(reader.file(), header, events, null, null, notes());
    } catch (UnexplainedStep unexplained) {
      return new Judgement(reader.file(), header, events, finding(unexplained), null, notes());
    }
  }

  private List<String> notes() {
    return header.complete()
        ? List.of()
        : List.of("The recording is not complete: that nobody was left asleep was not judged.");
  }

  private TraceFinding finding(UnexplainedStep unexplained) {
    StepEvent event = unexplained.event;
    String title = unexplained.rule + " at line " + event.line() + ": " + event.text();
    return new TraceFinding(
        unexplained.rule,
        reader.file(),
        event.line(),
        event.text(),
        unexplained.allowed,
        recent.draw(title, event, "nothing explains this; allowed: " + unexplained.allowed));
  }
}
