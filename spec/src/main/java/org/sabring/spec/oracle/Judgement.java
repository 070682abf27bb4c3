package org.sabring.spec.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.sabring.spec.linear.DeadEnd;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;

/**
 * The judgement of an oracle on one trace: a finding, a misfit, or neither.
 *
 * @param file the name of the file
 * @param header its first line
 * @param events how many lines after the header were judged
 * @param finding what breaks the law; null if nothing does
 * @param misfit why nothing can be said, and what would help: the recording is not of this
 *     protocol, or judging it was given up; null if something can
 * @param notes what else a reader should know, such as what was not checked
 */
public record Judgement(
    String file,
    TraceHeader header,
    long events,
    @Nullable TraceFinding finding,
    @Nullable String misfit,
    List<String> notes) {

  public Judgement {
    notes = List.copyOf(notes);
  }

  /**
   * FAIL with a finding; UNKNOWN if it does not fit or there was nothing to judge; otherwise PASS.
   */
  public Status status() {
    if (finding != null) {
      return Status.FAIL;
    }
    return misfit != null || events == 0 ? Status.UNKNOWN : Status.PASS;
  }

  /** What a rule says; of a history, in terms of how many elements the queue holds. */
  public String sentence(Rule rule) {
    boolean history = header.kind() == TraceKind.HISTORY;
    return history ? DeadEnd.sentence(rule, header.bound()) : rule.sentence();
  }
}
