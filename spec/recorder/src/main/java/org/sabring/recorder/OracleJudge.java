package org.sabring.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sabring.recorder.RecordingVerdict.Answer;
import org.sabring.spec.oracle.HistoryOracle;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.TraceFinding;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceReader;

/** The oracle in process: the only class here that needs {@code sabring-spec}. */
final class OracleJudge {

  private OracleJudge() {}

  /** Judges the text of a history. */
  static RecordingVerdict judge(InputStream history) {
    try (TraceReader reader = TraceReader.open(history, "recording")) {
      return verdict(HistoryOracle.judge(reader));
    } catch (MalformedTrace e) {
      return RecordingVerdict.unknown("this sabring-spec cannot read it: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordingVerdict verdict(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    TraceFinding finding = judgement.finding();
    int bound = judgement.header().bound();
    String law = bound == Integer.MAX_VALUE ? "a FIFO" : "a FIFO bounded by " + bound;
    Answer answer =
        switch (judgement.status()) {
          case PASS -> Answer.CONFORMS;
          case FAIL -> Answer.VIOLATES;
          case UNKNOWN -> Answer.UNKNOWN;
        };
    switch (answer) {
      case CONFORMS -> lines.add("CONFORMS to " + law + ", " + judgement.events() + " calls");
      case VIOLATES -> lines.add("VIOLATES " + law);
      case UNKNOWN ->
          lines.add(
              "UNKNOWN: " + Objects.requireNonNullElse(judgement.misfit(), "no call was recorded"));
    }
    if (finding != null) {
      lines.add("  rule     " + finding.rule() + "  " + finding.rule().sentence());
      lines.add("  found    " + finding.found());
      lines.add("  allowed  " + finding.allowed());
      lines.add("");
      lines.add("  " + finding.how().title() + ", each after its line in the file of writeTo");
      finding.how().draw().forEach(line -> lines.add("  " + line));
    }
    judgement.notes().forEach(note -> lines.add("  note: " + note));
    String rule = finding == null ? null : finding.rule().name();
    return new RecordingVerdict(answer, rule, String.join("\n", lines));
  }
}
