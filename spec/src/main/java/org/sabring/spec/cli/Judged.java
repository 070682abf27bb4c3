package org.sabring.spec.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Profile;
import org.sabring.spec.oracle.HistoryOracle;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.StepOracle;
import org.sabring.spec.report.Verification;
import org.sabring.spec.trace.MalformedTrace;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceReader;

/**
 * The result of checking one file: a judgement, or the error that prevented one.
 *
 * @param file its name as it was given
 * @param judgement what the oracle says; null if the file is no trace
 * @param error why there is no judgement; null if there is one
 */
record Judged(String file, @Nullable Judgement judgement, @Nullable MalformedTrace error) {

  /** Judges one recording, under its own profile if none is given. */
  static Judged judge(TraceReader reader, @Nullable Profile profile) {
    String file = reader.file();
    try (reader) {
      TraceHeader own = reader.header();
      TraceHeader header = profile == null ? own : own.withProfile(profile);
      return new Judged(file, judge(reader, header), null);
    } catch (IOException e) {
      return failed(file, e);
    }
  }

  /** What cannot be read. */
  static Judged failed(String file, IOException e) {
    if (e instanceof MalformedTrace malformed) {
      return new Judged(file, null, malformed);
    }
    String found = "what cannot be read (" + Verification.describe(e) + ")";
    return new Judged(file, null, new MalformedTrace(file, 0, 0, found, "a trace file"));
  }

  /** Asks the oracle for this kind of trace. */
  private static Judgement judge(TraceReader reader, TraceHeader header) throws IOException {
    return switch (header.kind()) {
      case HISTORY -> HistoryOracle.judge(reader);
      case STEPS -> StepOracle.judge(reader, header.profile());
    };
  }

  /** The status of the judgement; UNKNOWN without one. */
  Status status() {
    return judgement == null ? Status.UNKNOWN : judgement.status();
  }
}
